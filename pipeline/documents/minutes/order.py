"""The order in which items were treated, where the minutes say that it was not the printed one."""

import re
from collections.abc import Sequence

from pipeline.danish.pattern import Pattern

NUMBERS = r"(?P<moved>\d{1,4}(?:\.\d+)?(?:\s*(?:,|og|samt|-|–)\s*\d{1,4}(?:\.\d+)?)*)"
ITEM = r"(?:sag(?:erne|er|en)?|punkt(?:erne|er|et)?|pkt\.?|dagsordenspunkt(?:erne|er|et)?)\s*(?:nr\.?|nummer)?\s*"

TREATED = (
    r"(?:behandle[ts]|behandlet|behandledes|drøfte[st]|rykke[st]|tage[st]|taget|flytte[st]|fremrykke[st])"
)
IS = r"(?:blev\s+|bliver\s+|er\s+|skal\s+|vil\s+blive\s+)?"
HERE = r"(?!\s+på\s+(?:et|det|næste|kommende|førstkommende|mødet|møde)\b)"
"""Behind "først": no other meeting."""

FIRST = Pattern(
    "order.first",
    ITEM
    + NUMBERS
    + rf"\s+{IS}{TREATED}\s+(?:op\s+|frem\s+)?(?:som\s+)?(?:de[nt]?\s+)?(?:første|indledningsvis|først){HERE}",
    matches=["Sag nr. 4 og 5 behandles som de første punkter på dagsordenen", "Punkt 9 blev behandlet først"],
    not_matches=["Sag nr. 4 behandles på næste møde", "Sag nr. 4 behandles først på næste møde"],
)
LAST = Pattern(
    "order.last",
    ITEM + NUMBERS + rf"\s+{IS}{TREATED}\s+(?:som\s+|til\s+)?(?:det\s+|de\s+)?(?:sidst)",
    matches=["Punkt 3 behandles som sidste punkt", "Pkt. 7 blev behandlet sidst"],
    not_matches=["Punkt 3 blev behandlet først"],
)
BESIDE = Pattern(
    "order.beside",
    ITEM + NUMBERS + rf"\s+{IS}{TREATED}\s+(?:op\s+|frem\s+)?(?:til\s+)?"
    r"(?:umiddelbart\s+|lige\s+|straks\s+)?(?P<side>efter|før|inden|forud\s+for)\s+(?:"
    + ITEM
    + r")?(?P<anchor>\d{1,4}(?:\.\d+)?)",
    matches=["Pkt. 15 behandles efter pkt. 4.", "Punkt 9 blev behandlet før punkt 3"],
    not_matches=["Punkt 9 behandles efter mødet"],
)

AS = Pattern(
    "order.as",
    ITEM
    + NUMBERS
    + rf"\s+{IS}{TREATED}\s+(?:op\s+|frem\s+)?(?:som|til)\s+(?:nyt\s+)?"
    + ITEM
    + r"(?P<anchor>\d{1,4}(?:\.\d+)?)(?!\d)",
    matches=["Punkt 9 blev behandlet som punkt 2", "Punkt 9 rykkes frem til punkt 2"],
    not_matches=["Punkt 9 blev behandlet før punkt 2", "Punkt 9 sendes til punkt 2"],
)
WHOLE = Pattern(
    "order.whole",
    r"(?:rækkefølge\w*\s*(?:blev|var)?\s*:?|følgende\s+rækkefølge\s*:?)\s*(?:punkt(?:erne)?|pkt\.?|sag(?:erne)?)?\s*"
    r"(?P<moved>\d{1,4}(?:\s*(?:,|og)\s*\d{1,4}){2,})",
    matches=[
        "Punkterne blev behandlet i rækkefølgen 1, 3, 2 og 4",
        "behandlet i følgende rækkefølge: 2, 1, 3",
    ],
    not_matches=["rækkefølgen blev ændret"],
)


def treated_order(texts: Sequence[str], numbers: Sequence[str]) -> tuple[str, ...] | None:
    """The item numbers as they were treated, or None where nothing says that the order differed.

    Args:
        texts: The decisions and other texts that may say so, in printed order.
        numbers: All item numbers in printed order.
    """
    order = list(numbers)
    for text in texts:
        for pattern in (FIRST, LAST, BESIDE, AS, WHOLE):
            for match in pattern.finditer(text):
                moved = [number for number in _expand(match["moved"]) if number in order]
                if not moved:
                    continue
                rest = [number for number in order if number not in moved]
                if pattern is FIRST:
                    order = moved + rest
                elif pattern is LAST:
                    order = rest + moved
                elif pattern is WHOLE:
                    order = moved if set(moved) == set(order) else order
                elif pattern is AS and match["anchor"] in rest:
                    at = rest.index(match["anchor"])
                    order = rest[:at] + moved + rest[at:]
                elif pattern is BESIDE and match["anchor"] in rest:
                    at = rest.index(match["anchor"]) + (match["side"].lower() == "efter")
                    order = rest[:at] + moved + rest[at:]
    return tuple(order) if order != list(numbers) else None


def _expand(printed: str) -> list[str]:
    """The single numbers of "3, 5-7 og 9"."""
    found: list[str] = []
    for piece in re.split(r"\s*(?:,|og|samt)\s*", printed):
        ends = re.split(r"\s*[-–]\s*", piece)
        if len(ends) == 2 and all(end.isdigit() for end in ends) and 0 < int(ends[1]) - int(ends[0]) < 100:
            found.extend(str(number) for number in range(int(ends[0]), int(ends[1]) + 1))
        else:
            found.extend(ends)
    return [number for number in found if number]
