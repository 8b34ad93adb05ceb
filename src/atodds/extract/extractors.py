"""The extractors, in the order in which they run over a sentence. Each is a module of its own; none imports another."""

from __future__ import annotations

from atodds.extract.agents import agents
from atodds.extract.base import Extractor, in_order
from atodds.extract.deeds import deeds
from atodds.extract.groups import groups
from atodds.extract.hedges import hedges
from atodds.extract.means import means
from atodds.extract.places import places
from atodds.extract.quantities import quantities
from atodds.extract.speeches import speeches
from atodds.extract.times import times

EXTRACTORS: tuple[Extractor, ...] = in_order((times, quantities, deeds, groups, means, places, agents, hedges, speeches))
