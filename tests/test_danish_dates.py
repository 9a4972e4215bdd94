"""Dates and times in every form that was seen; all lines are invented."""

from datetime import date

import pytest

from pipeline.danish.dates import find_dates, find_days, find_times

DATES = [
    ("15-maj-2002", ["2002-05-15"]),
    ("06. apr 2022", ["2022-04-06"]),
    ("tirsdag d. 10. januar 2023", ["2023-01-10"]),
    ("28-09-2016", ["2016-09-28"]),
    ("den 28-09- 2016", ["2016-09-28"]),
    ("04.12.2012", ["2012-12-04"]),
    ("den 3. februar 2026", ["2026-02-03"]),
    ("Fredag, Januar 29, 2016 - 07:30", ["2016-01-29"]),
    ("Byråd 2018-2021 den 26-04-2018", ["2018-04-26"]),
    ("Byrådet 2022-2025 d. 10-01-2023", ["2023-01-10"]),
    ("ONSDAG DEN 12. JANUAR 2021 KL. 16", ["2021-01-12"]),
    ("bekendtgørelse nr. 1338 af 18. november 2016", ["2016-11-18"]),
    ("pr. 31.12.11 og d. 10.3.08", ["2011-12-31", "2008-03-10"]),
    ("fra 1/7/2006 til 2006-12-31", ["2006-07-01", "2006-12-31"]),
    ("sag 13/4229, 018520-2013 og 15.20.00-P22-1-16", []),
    ("lov nr. 12.3.2012, § 4.1.2012", []),
    ("den 31. februar 2016, 45-13-2016", []),
    ("08.42.12 Ny skole", []),
]


@pytest.mark.parametrize(("text", "days"), DATES)
def test_dates(text, days):
    found = find_dates(text)
    assert [mention.date.isoformat() for mention in found] == days
    for mention in found:
        assert text[mention.start : mention.end].strip()


def test_days_without_year_take_the_given_one():
    assert [found.date for found in find_days("den 28.marts fra kl. 11.30 og d. 8/9", 2022)] == [
        date(2022, 3, 28),
        date(2022, 9, 8),
    ]
    assert [found.date for found in find_days("udsat til den 5. januar", after=date(2021, 12, 8))] == [
        date(2022, 1, 5)
    ]
    assert find_days("den 5. januar") == []


TIMES = [
    ("kl. 16.30", ["16:30"]),
    ("Kl. 10:30", ["10:30"]),
    ("17.40", ["17:40"]),
    ("kl. 8", ["08:00"]),
    ("16:30 - 18:05", ["16:30", "18:05"]),
    ("fra kl. 11.30 – 16.00", ["11:30", "16:00"]),
    ("Protokollen blev læst og mødet hævet kl.: 20.35", ["20:35"]),
    ("forlod mødet kl. 17.40 under pkt. 5", ["17:40"]),
    ("et beløb på 17.40 mio. kr., § 16.30", []),
    ("28.09.2016", []),
]


@pytest.mark.parametrize(("text", "times"), TIMES)
def test_times(text, times):
    assert [mention.time for mention in find_times(text)] == times
