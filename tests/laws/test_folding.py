"""Laws of folding: it settles at once, and no mark, case, hyphen or article keeps two spellings of one name apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from atodds.vocab.geonames.folding import fold, plain

NAMES = st.text(alphabet=st.sampled_from("abdeghijklmnoqrstuwyzAKMRéūşḩ'’- "), min_size=1, max_size=24)


@given(NAMES)
def test_plain_of_plain_is_plain(name: str) -> None:
    assert plain(plain(name)) == plain(name)


@given(NAMES)
def test_a_key_is_its_own_key(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(NAMES)
def test_what_is_plainly_alike_folds_alike(name: str) -> None:
    assert fold(plain(name)) == fold(name)


@given(NAMES)
def test_capitals_and_hyphens_do_not_matter(name: str) -> None:
    assert fold(name.upper()) == fold(name)
    assert fold(name.replace("-", " ")) == fold(name)
