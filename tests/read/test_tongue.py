"""Languages told apart by script and small words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atodds.read.tongue import language, tag


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The convoy was hit at dawn and nine people were killed.", "en"),
        ("THE CONVOY WAS HIT AT DAWN AND NINE PEOPLE WERE KILLED.", "en"),
        # names of all the world in an English sentence
        (
            "Abdul Rahman al-Khalidi, José María de la Cruz and Sayed Muhammad ibn Yusuf were among the dead at Deir al-Zor.",
            "en",
        ),
        ("Ten alleged militants killed in Datta Khel, North Waziristan.", "en"),
        ("El convoy fue atacado al amanecer y nueve personas murieron en la ciudad.", "es"),
        ("Le convoi a été attaqué à l'aube et neuf personnes sont mortes dans la ville.", "fr"),
        ("Der Konvoi wurde im Morgengrauen angegriffen, und neun Menschen sind in der Stadt gestorben.", "de"),
        ("O comboio foi atacado ao amanhecer e nove pessoas não voltaram para a cidade.", "pt"),
        ("Il convoglio è stato attaccato all'alba e nove persone sono morte nella città.", "it"),
        ("Het konvooi werd bij dageraad aangevallen en negen mensen zijn in de stad gedood.", "nl"),
        ("Konvoy şafak vakti saldırıya uğradı ve dokuz kişi bu saldırıda öldü, bir kişi ise yaralandı.", "tr"),
        ("Konvoi itu diserang pada dini hari dan sembilan orang tewas di kota yang sama.", "id"),
        ("Колонна была обстреляна на рассвете, погибли девять человек.", "ru"),
        ("Колону обстріляли на світанку, загинули дев'ять людей у місті.", "uk"),
        ("تعرضت القافلة للقصف فجرا وقتل تسعة اشخاص في المدينة", "ar"),
        ("کاروان پر حملے میں نو افراد ہلاک ہوئے اور کئی زخمی ہیں", "ur"),
        ("در حمله به کاروان نه نفر کشته شدند و چند نفر زخمی شدند", "fa"),
        ("השיירה הופגזה עם שחר ותשעה בני אדם נהרגו", "he"),
        ("Η αυτοκινητοπομπή χτυπήθηκε την αυγή", "el"),
        ("काफिले पर भोर में हमला हुआ और नौ लोग मारे गए", "hi"),
        ("车队黎明时分遭到袭击，九人死亡", "zh"),
        ("車列は夜明けに攻撃され、九人が死亡した", "ja"),
        ("호송대가 새벽에 공격을 받아 아홉 명이 숨졌다", "ko"),
        # too short, or no words
        ("Nine killed in Kabul", None),
        ("", None),
        ("12 34 56 78 90 12", None),
        ("Kabul Kandahar Herat Mazar Kunduz Jalalabad", None),
    ],
)
def test_languages(text: str, expected: str | None) -> None:
    assert language(text) == expected


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("en-GB", "en"), ("EN", "en"), ("pt_BR", "pt"), ("", None), (None, None), ("english", None), ("zh-Hans-CN", "zh")],
)
def test_what_a_page_states(stated: str | None, expected: str | None) -> None:
    assert tag(stated) == expected


@given(st.text(max_size=200))
def test_any_text_has_one_language_or_none(text: str) -> None:
    found = language(text)
    assert found is None or len(found) == 2
