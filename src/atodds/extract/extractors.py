"""The extractors, in the order in which they run over a sentence. Each is a module of its own; none imports another."""

from __future__ import annotations

from atodds.extract.base import Extractor, in_order
from atodds.extract.mentions.agents import agents
from atodds.extract.mentions.deeds import deeds
from atodds.extract.mentions.groups import groups
from atodds.extract.mentions.hedges import hedges
from atodds.extract.mentions.means import means
from atodds.extract.mentions.places import places
from atodds.extract.mentions.quantities import quantities
from atodds.extract.mentions.speeches import speeches
from atodds.extract.mentions.times import times

EXTRACTORS: tuple[Extractor, ...] = in_order((times, quantities, deeds, groups, means, places, agents, hedges, speeches))
