"""Lazy: a value of an object that is worked out when it is first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):
    """A property worked out once. That of `functools` takes a lock each time before Python 3.12, and a report asks thousands of times.

    >>> class Report:
    ...     @lazy
    ...     def words(self):
    ...         return "Two men died.".split()
    >>> report = Report()
    >>> report.words is report.words
    True
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> Self: ...

    @overload
    def __get__(self, owner: object, kind: type) -> T: ...

    def __get__(self, owner: Any, kind: type) -> Self | T:
        if owner is None:
            return self
        made = owner.__dict__[self.name] = self.make(owner)
        return made
