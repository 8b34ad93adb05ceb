"""The rules by which a number becomes a figure, in the order in which they are tried.

A sentence is read as a string of one-letter symbols, a letter a chunk, and each rule is a regular expression over that string:
short, visible, and cheap. `n` is the counted group, `d` the deed. The symbols:

    G counted people     U one person by an article    X counted casualty noun    A counted attacks   M counted materiel   $ money
    K killed, wounded    J killing                     k kill, kills              I died, fled        D dead, missing      x death(s)
    T death toll         L left, leaving               b was, been                h has, had          V may, could, will   n not
    i including          m among                       w with   v along with      y by                o of                z to
    p other prepositions r who, which                  c but, while, ;            s said, the speaker C gathered          R sent, deployed
    H destroyed          F forced                      f himself, them            P uncounted people  t a time            a adverb
    S took
    & and, or            - dash                        q quotation mark           , ( ) .
"""

from __future__ import annotations

from atodds.extract.rule import Rule

# What may stand between a subject and its verb: "more than 150 people, including 50 from her security detail, were killed".
# No clause break, no say-verb, no second counted group outside a parenthesis: each would bring a subject of its own.
AFTER = "|".join(
    (
        r"(?:[op][.aq]{0,2}[GU]",  # three of the five attackers
        r"i[.aqopPt]{0,4}[GU](?:(?:,&|,|&)[.aq]{0,3}[GU])*(?!r)",  # five civilians including a child and a woman
        r"\([^()]*\)",  # (TTP)
        r"-[^-]{1,16}-",  # two citizens - both students -
        r"s(?=o)",  # suspected of providing
        r"[os]b[.aq]{0,3}P?",  # suspected of being militants
        r"q[^q]{1,12}q",  # fighters called “militants”
        r",[^,cs]*,(?!&)",  # a parenthesis between commas
        r"[opymzw][.aqt]*P",  # in the house of the villagers
        r",(?=&)",  # in the house, and
        r",i[.aq]{0,3}[GU]-[^-]{1,16}-",  # 13 people, including three students - Omar, Karim and Said -
        r"[.apoyqtrxAMmwvz&i])",  # any other word that brings no subject of its own
    )
)
_AUX = r"[abhnV]*b[abn]*"

RULES: tuple[Rule, ...] = (
    Rule(
        "killed_or_wounded",
        "Two harms share one count: killed and wounded are not told apart.",
        "The blast killed or wounded 50 people.",
        r"(?P<d>[KJk])&(?P<e>[KJk])a*(?P<n>G)",
    ),
    Rule(
        "passive_two_harms",
        "Two harms share one count in the passive.",
        "Some 40 people were killed or wounded.",
        rf"(?P<n>[GU]){AFTER}{{0,14}}?{_AUX}(?P<d>K)&(?P<e>K)(?!a*G)",
    ),
    Rule(
        "left", "People are left dead or hurt by something.", "The explosion left five people dead.", r"La*(?P<n>[GU])[.at]{0,3}(?P<d>[DK])"
    ),
    Rule(
        "toll_moves",
        "A toll moves to a number; the one it moved from is told no more.",
        "The death toll rose from 12 to 20.",
        r"(?P<d>T)[^XUcsr,]{0,10}z(?P<n>G)",
    ),
    Rule("toll", "A toll is or stands at a number.", "The death toll stands at 42.", r"(?P<d>T)[^GXUcsr,]{0,10}(?P<n>[GX])"),
    Rule(
        "active",
        "Someone or something killed, wounded, displaced or seized a number of people.",
        "The strike killed at least eight people.",
        r"(?P<d>[KJk])a*q?(?P<n>[GU])(?!a*K)",
    ),
    Rule(
        "the_wounded_were",
        "The wounded, or the arrested, of a number told before, and what was done to them.",
        "The two wounded were detained.",
        rf"(?P<n>G)K(?P<x>{_AUX})(?P<d>K)",
    ),
    Rule(
        "active_dated",
        "The same, the day standing between the deed and the number.",
        "The army forced out on Wednesday more than 1,000 refugees.",
        r"(?P<d>[KJk])p?[t.]{1,2}(?P<n>G)",
    ),
    Rule(
        "passive",
        "A number of people were killed, wounded, displaced or seized.",
        "18 labourers were killed.",
        rf"(?P<n>[GU]){AFTER}{{0,14}}?(?:(?<=U),)?(?:[hV]?ba*[.s](?=z))?(?P<x>z?{_AUX})(?P<d>K)",
    ),
    Rule(
        "who_was",
        "They were killed, as what follows their name or their number says.",
        "They mourn Karim Shah, who was murdered on Friday.",
        rf"(?P<n>[GU]),?r(?P<x>{_AUX})(?P<d>K)",
    ),
    Rule(
        "passive_conjoined",
        "They were somewhere or did something, and were killed.",
        "Ten villagers were in the house and were killed.",
        rf"(?P<n>[GU])[^GUcs]{{0,12}}&(?P<x>{_AUX})(?P<d>K)",
    ),
    Rule(
        "intransitive",
        "A number of people died, fled or vanished.",
        "At least 400 civilians died.",
        rf"(?P<n>[GU]){AFTER}{{0,10}}?(?:(?<=U),)?(?P<x>[abhnVz]*)(?P<d>I)",
    ),
    Rule("predicate", "A number of people are dead or missing.", "Four miners are missing.", r"(?P<n>[GU])(?P<x>[.abhn]{0,5}?)(?P<d>D)"),
    Rule(
        "headline",
        "A number of people killed, without a verb, as headlines and lists put it.",
        "8-12 people killed in attack.",
        r"(?P<n>[GU])(?:,[^,GU]*,)?(?:\([^()]*\))?[.aqt]{0,3}(?P<d>K)(?=\.?$|[ptciwvmy,&()oqzxrabh-])",
    ),
    Rule(
        "headline_with_part",
        "The same, a part of the count standing in between.",
        "80 villagers, including six children, killed.",
        r"(?P<n>G)(?:,i[^,]{1,16},|i[.aq]{0,3}[GU](?:&[GU])?)[.a]{0,2}(?P<d>K)(?=\.?$|[ptcwvmy,&()oqzxrabh-])",
    ),
    Rule(
        "death_of",
        "The death, killing or arrest of a number of people.",
        "It led to the deaths of 12 civilians.",
        r"(?P<d>[xkJ])o(?:\([.a]{1,4}\))?[.a]{0,2}(?P<n>[GU])",
    ),
    Rule("possessive", "Somebody's death, killing or arrest.", "Karim Shah's murder shook the town.", r"(?P<n>U)\.(?P<d>[xk])(?!o)"),
    Rule(
        "taken",
        "People taken into custody, prisoner or hostage.",
        "Police took the four occupants of the car into custody.",
        r"Sa*(?P<n>[GU])(?:o[.a]{0,3}[.P])?[.at]{0,2}(?P<d>D)",
    ),
    Rule(
        "along_with_subject",
        "The second count of those who were killed or seized together.",
        "A teacher, along with two pupils, was killed.",
        rf"[GU],?v[.a]{{0,2}}(?P<n>G),?(?P<x>{_AUX})(?P<d>K)",
    ),
    Rule("deaths", "A counted casualty noun.", "There were two civilian deaths.", r"(?P<n>X)"),
    Rule(
        "along_with",
        "Killed or seized with a number of others.",
        "The commander was killed along with six others.",
        r"(?P<d>[KJ])(?:[.at]{0,2}w|[^csIKJb;]{0,18}v)[.a]{0,1}(?P<n>[GU])",
    ),
    Rule(
        "together_with",
        "Killed or seized, a number of others along with them: who stands first is the verb's subject.",
        "The commander along with two guards was detained.",
        rf"(?P<n>[GU]),?v[.a]{{0,2}}[GU],?(?P<x>{_AUX})(?P<d>K)",
    ),
    Rule(
        "apposition",
        "A named person is killed, and a noun behind the name says who it was.",
        "The blast killed Karim, a teacher.",
        r"(?P<d>[KJk])\.{1,5},(?P<n>U)(?!.?s)",
    ),
    Rule(
        "and_himself",
        "Others killed together with the one who did it.",
        "The bomber killed himself and six guards.",
        r"(?P<d>[KJk])f&(?P<n>[GU])",
    ),
    Rule("forced", "People forced or driven to flee.", "The fighting forced 20,000 people to flee.", r"Fa*(?P<n>G)z(?P<d>I)"),
    Rule(
        "inverted",
        "The verb opens the sentence, the count closes it.",
        "Also killed in the strike were more than a dozen guards.",
        r"^[.a]{0,2}(?P<d>K)[poq.atm]{0,8}b(?P<n>[GU])",
    ),
)

# Readings that need no deed of their own: code finds them, the rules name and explain them.
BODIES = Rule("bodies", "Bodies found or counted are people killed.", "Twelve bodies were recovered.")
OF_THE_DEAD = Rule(
    "of_the_dead", "A count taken of the dead or wounded of the figure before it.", "It killed nine. Four of the dead were women."
)
COORDINATED = Rule("coordinated", "A second count under the same deed.", "The bomb killed three soldiers and two children.")
INCLUDING = Rule(
    "including", "A count inside another: it is part of it and never added to it.", "It killed 23 people, including eight children."
)
AMONG = Rule("among", "A count said to be among a greater one.", "Two commanders were among 15 militants killed.")
OF_THEM = Rule("of_them", "A count taken of the one before it.", "It killed 14 people, seven of them children.")
ADJECTIVE = Rule("adjective", "Counted people whose harm an adjective says.", "Two injured men were pulled out.")
ATTACKS = Rule(
    "attacks", "A number of attacks, strikes, raids or clashes; one attack is an event, no count.", "There were 59 drone attacks."
)
TROOPS = Rule("troops", "Troops sent, stationed or withdrawn.", "The government sent 2,500 troops into the valley.")
CROWD = Rule("crowd", "People who gathered, marched or protested.", "Some 150,000 people had assembled.")
MATERIEL = Rule("materiel", "Weapons, vehicles and aircraft.", "It handed over 30 helicopters.")
MONEY = Rule("money", "An amount of money.", "The aid is worth more than $6 billion.")
MEMBERS = Rule("members", "A body of so many members.", "A three-member delegation left.")
DESTROYED = Rule("destroyed", "Houses, vehicles and other objects destroyed or damaged.", "The raid destroyed 12 houses.")

ALL_RULES: tuple[Rule, ...] = (
    *RULES,
    BODIES,
    OF_THE_DEAD,
    COORDINATED,
    INCLUDING,
    AMONG,
    OF_THEM,
    ADJECTIVE,
    ATTACKS,
    TROOPS,
    CROWD,
    MATERIEL,
    MONEY,
    MEMBERS,
    DESTROYED,
)
