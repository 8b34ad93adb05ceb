"""Clusters: links between claims made into groups, the strongest first, nothing joined that is kept apart (rules 4.4, 4.5)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Clusters(Generic[T]):
    """Groups that grow by joining; two that hold members of a pair kept apart are never joined.

    >>> groups = Clusters("abc")
    >>> groups.keep_apart("a", "c"), groups.join("a", "b"), groups.join("b", "c")
    (True, True, False)
    """

    def __init__(self, members: Iterable[T]) -> None:
        self._parent: dict[T, T] = {each: each for each in members}
        self._size: dict[T, int] = {}
        self._apart: dict[T, set[T]] = {}  # by root: members that no member may be with

    def root(self, member: T) -> T:
        """Who stands for the group; it changes as groups grow."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = member = parent[parent[member]]
        return member

    def keep_apart(self, one: T, other: T) -> bool:
        """Never join the two; False where they are in one group already."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return False
        self._apart.setdefault(first, set()).add(other)
        self._apart.setdefault(second, set()).add(one)
        return True

    def may_join(self, one: T, other: T) -> bool:
        """Is nothing in the two groups kept apart?"""
        first, second = self.root(one), self.root(other)
        fewer, more = sorted((first, second), key=lambda each: len(self._apart.get(each, ())))
        return all(self.root(each) != more for each in self._apart.get(fewer, ()))

    def join(self, one: T, other: T) -> bool:
        """Make one group of two; False where they are one already, or something in them is kept apart."""
        first, second = self.root(one), self.root(other)
        if first == second or not self.may_join(one, other):
            return False
        if self._size.get(first, 1) < self._size.get(second, 1):
            first, second = second, first
        self._parent[second] = first
        self._size[first] = self._size.get(first, 1) + self._size.pop(second, 1)
        if second in self._apart:
            self._apart.setdefault(first, set()).update(self._apart.pop(second))
        return True
