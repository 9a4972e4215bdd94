"""Pulling from a publication site: its list, its meetings' data, its PDFs."""

import copy
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.archive import Archive
from pipeline.batch import ingest
from pipeline.batch.pull.kinds.fields import lines_of, moment, parts_of, words
from pipeline.batch.pull.kinds.stating import stated_of
from schemas.reading import Reading
from schemas.stated import Stated

M1, M2, B1, B2, B3 = (f"{n}1111111-0000-4000-8000-00000000000{n}" for n in range(1, 6))
NOBODY = "00000000-0000-0000-0000-000000000000"

LIST = {
    "Udvalg": {
        "Udvalg 2022-2025": [
            {
                "Id": "u1",
                "Navn": "Økonomiudvalget",
                "Moeder": [
                    {
                        "Id": M1,
                        "Dato": "2022-01-10T08:00:00+01:00",
                        "ReleasedDate": "2022-01-12T10:00:00+01:00",
                        "Sted": "Mødelokale 1",
                        "Navn": "Referat",
                        "Afsluttet": True,
                    },
                    None,
                    {"Id": NOBODY, "Dato": None},
                    {"Dato": "2022-01-11"},
                ],
            },
            {"Id": "u2", "Navn": None, "Moeder": None},
            None,
        ],
        "Byråd og andre": [
            {"Navn": "Byrådet ", "Moeder": [{"Id": M2, "Dato": "2019-05-06T17:00:00", "Navn": None}]}
        ],
        "Tom": None,
    }
}

AGENDA = {
    "Id": M1,
    "Udvalg": {"Navn": "Økonomiudvalget"},
    "Moede": {
        "Id": NOBODY,
        "Dato": "2022-01-10T08:00:00+01:00",
        "Sted": "Mødelokale 1",
        "Navn": "Referat",
        "Moededeltagere": [
            {"Navn": "Bente Holm", "Rolle": "Formand", "Tilstede": True},
            {"Navn": "Aksel Krog", "Tilstede": False},
            {"Navn": None},
            "Else Dam",
        ],
        "Afbud": "Aksel Krog, Ib Lund",
    },
    "Dagsordenpunkter": [
        {
            "Id": "p1",
            "Number": 1,
            "Caption": "Godkendelse af dagsorden",
            "SagsNummer": "21-014448",
            "IsOpen": True,
            "Felter": [
                {
                    "Navn": "Indstilling",
                    "Html": "<p>Centret indstiller, at <b>dagsordenen</b> godkendes.</p>",
                },
                {
                    "Navn": "Beslutning",
                    "Html": "<p>Godkendt.</p><script>alert('x')</script><p>Afbud: Ib Lund</p>",
                },
                {"Navn": "Sagsfremstilling", "Html": None, "DocumentId": NOBODY},
                None,
            ],
            "Bilag": [
                {"Id": B1, "Navn": "Bilag 1 – budget & plan", "HarPdfVersion": True},
                {"Id": B2, "Navn": "Regneark", "HarPdfVersion": "false"},
                {"Id": NOBODY, "Navn": "tom"},
                {"Id": B3, "Navn": "../../../etc/passwd"},
                {"Id": B1, "Navn": "igen"},
            ],
            "ItemDecision": None,
        },
        {
            "Number": "2",
            "Navn": "Lukket punkt",
            "IsOpen": False,
            "Felter": [
                {
                    "Html": "<div><h3>Resumé</h3><span class='resume'>Kort.</span></div><div><h3>Beslutning i Økonomiudvalget den "
                    "10-01-2022</h3><p>Udsat<br>til&nbsp;februar.</p><h3>Fraværende</h3><p>Else Dam</p></div>"
                }
            ],
            "Bilag": None,
        },
        {"Navn": None},
        "intet",
    ],
}


@pytest.fixture
def site(server, made):
    server.put("/api/agenda/udvalgsliste", made.gives(LIST))
    server.put(f"/api/agenda/dagsorden/{M1}", made.gives(AGENDA))
    server.put(
        f"/api/agenda/dagsorden/{M2}", made.gives({"Dagsordenpunkter": None, "Moede": None, "Udvalg": None})
    )
    for path in (f"dagsorden/{M1}", f"dagsorden/{M2}", f"bilag/{B1}", f"bilag/{B3}"):
        server.put(f"/Vis/Pdf/{path}", made.pdf(path))
    return server


def source(server, more=""):
    return f'name = "Granholm"\nkind = "site"\naddress = "{server.origin}/"\nmunicipality = "Granholm Kommune"\n{more}'


MEETING = "Granholm/Økonomiudvalget/2022-01-10 Referat 11111111.pdf"


def test_meetings_and_attachments_are_fetched_with_what_the_site_states(site, pulls, made):
    report = pulls(source(site))
    assert {name for name in pulls.files if name.endswith(".pdf")} == {
        MEETING,
        "Granholm/Økonomiudvalget/Bilag/2022-01-10 punkt 1 Bilag 1 – budget & plan.pdf",
        "Granholm/Økonomiudvalget/Bilag/2022-01-10 punkt 1 .._.._.._etc_passwd.pdf",
        "Granholm/Byrådet/2019-05-06 Møde 21111111.pdf",
    }
    assert (report.count("fetched"), report.count("without"), report.count("failed")) == (4, 1, 0)
    assert report.exit_code == 0
    stated = Stated.model_validate_json(pulls.files[f"{MEETING}.stated.json"])
    assert (stated.committee, str(stated.date), stated.start_time) == (
        "Økonomiudvalget",
        "2022-01-10",
        "08:00",
    )
    assert (stated.place, stated.municipality, stated.title) == (
        "Mødelokale 1",
        "Granholm Kommune",
        "Referat",
    )
    assert {one.name: one.status for one in stated.people} == {
        "Bente Holm": "present",
        "Aksel Krog": "excused",
        "Else Dam": None,
        "Ib Lund": "excused",
    }
    first, second = stated.items
    assert (first.number, first.title, first.case_number) == ("1", "Godkendelse af dagsorden", "21-014448")
    assert first.proposal == "Centret indstiller, at dagsordenen godkendes."
    assert first.decision == "Godkendt.\nAfbud: Ib Lund" and "alert" not in stated.model_dump_json()
    assert first.attachments[:2] == ("Bilag 1 – budget & plan", "Regneark")
    assert (second.open, second.decision, second.absent) == (False, "Udsat\ntil februar.", ("Else Dam",))


def test_what_has_not_changed_is_asked_for_once(site, pulls):
    pulls(source(site))
    asked = len(site.asked)
    assert pulls(source(site)).count("unchanged") == 4
    assert site.asked[asked:] == ["/robots.txt", "/api/agenda/udvalgsliste"]


def test_a_meeting_that_the_list_tells_otherwise_is_asked_for_again(site, pulls, made):
    pulls(source(site))
    newer, agenda = copy.deepcopy(LIST), copy.deepcopy(AGENDA)
    newer["Udvalg"]["Udvalg 2022-2025"][0]["Moeder"][0]["ReleasedDate"] = "2022-02-01T10:00:00+01:00"
    agenda["Dagsordenpunkter"][0]["Felter"][1]["Html"] = "<p>Ikke godkendt.</p>"
    site.put("/api/agenda/udvalgsliste", made.gives(newer))
    site.put(f"/api/agenda/dagsorden/{M1}", made.gives(agenda))
    assert pulls(source(site)).count("unchanged") == 4  # the same PDF; what the site states of it is new
    assert site.count(f"/Vis/Pdf/dagsorden/{M1}") == 2
    assert "Ikke godkendt." in pulls.files[f"{MEETING}.stated.json"].decode()


def test_only_the_meetings_that_are_meant_are_asked_for(site, pulls):
    report = pulls(source(site, "since = 2020-01-01\nattachments = false"))
    assert [one.became for one in report.outcomes] == ["fetched"] and not any(
        M2 in path for path in site.asked
    )
    assert pulls(source(site), committees=("byråd",)).count("fetched") == 1
    report = pulls(source(site, 'committees = ["Teknik"]'))
    assert report.outcomes == ()


def test_a_dry_run_asks_for_lists_alone(site, pulls):
    report = pulls(source(site), dry=True)
    assert report.count("listed") == 4 and not any("/Vis/" in path for path in site.asked)
    assert not (pulls.folder / "hentet").exists()


def test_data_that_cannot_be_had_keeps_no_pdf_back(site, pulls, made):
    site.put(f"/api/agenda/dagsorden/{M1}", made.says(body="<html>Fejl"), made.gives(AGENDA))
    report = pulls(source(site))
    assert MEETING in pulls.files and report.count("failed") == 1
    assert f"{MEETING}.stated.json" not in pulls.files
    pulls(source(site))
    assert f"{MEETING}.stated.json" in pulls.files


def test_a_site_that_first_gives_a_cookie(site, pulls, made):
    list_of_it = site.answers["/api/agenda/udvalgsliste"][0]
    login = "/Home/AnonymousAuthentication?callback=x"

    def guarded(handler):
        if "anonym=1" in handler.headers.get("Cookie", ""):
            list_of_it(handler)
        else:
            made.says(302, headers={"Location": login})(handler)

    site.put("/api/agenda/udvalgsliste", guarded)
    site.put(
        login,
        made.says(302, headers={"Location": "/api/agenda/udvalgsliste", "Set-Cookie": "anonym=1; path=/"}),
    )
    assert pulls(source(site)).count("fetched") == 4


def test_a_page_that_frames_the_pdf_is_gone_through(site, pulls, made):
    def framing(inner):
        return made.says(
            body=f"<!DOCTYPE html><html><iframe src='{inner}'></iframe></html>", kind="text/html"
        )

    site.put(f"/Vis/Pdf/dagsorden/{M1}", framing("/lager/1.pdf?X-Amz-Signature=a&amp;b=1"))
    site.put("/lager/1.pdf?X-Amz-Signature=a&b=1", made.pdf("i ramme"))
    site.put(f"/Vis/Pdf/bilag/{B1}", framing(f"/Vis/Pdf/bilag/{B1}"))
    site.put(f"/Vis/Pdf/bilag/{B3}", framing("http://169.254.169.254/x.pdf"))
    report = pulls(source(site))
    assert pulls.files[MEETING] == made.pdf("i ramme")
    assert sorted(str(one.why) for one in report.outcomes if one.became == "failed") == [
        "private",
        "wrong-type",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<html>Fejl</html>",
        "[" * 100_000,
        "{}",
        "[]",
        "null",
        '{"Udvalg": 7}',
        '{"Udvalg": {"a": "b"}}',
        '"\\ud800"',
        "",
    ],
)
def test_a_list_that_is_none_is_told(server, pulls, made, body):
    server.put("/api/agenda/udvalgsliste", made.says(body=body, kind="application/json"))
    report = pulls(source(server))
    assert (
        report.count("failed") == 1
        and "/api/agenda/udvalgsliste" in report.outcomes[0].address + report.outcomes[0].reason
    )


def test_what_was_pulled_is_read_with_what_its_site_states(server, pulls, made, samples_of):
    """From the site into the archive: a decision that the site states otherwise is a finding with its place."""
    sample = next(
        one
        for one in samples_of
        if json.loads((one.parent / "gold.json").read_text())["documents"][0]["kind"] == "minutes"
    )
    read = json.loads((sample.parent / "gold.json").read_text())["documents"][0]
    decided = [item for item in read["items"] if item.get("decision")]
    items = [
        {
            "Number": one["number"],
            "Navn": one["title"],
            "Felter": [{"Navn": "Beslutning", "Html": f"<p>{one['decision']['text']}</p>"}],
        }
        for one in decided
    ]
    items[0]["Felter"][0]["Html"] += "<p>Byrådet tog til genmæle.</p>"
    day = read["date"]
    server.put(
        "/api/agenda/udvalgsliste",
        made.gives({"Udvalg": {"a": [{"Navn": read["committee"], "Moeder": [{"Id": M1, "Dato": day}]}]}}),
    )
    server.put(f"/api/agenda/dagsorden/{M1}", made.gives({"Moede": {"Dato": day}, "Dagsordenpunkter": items}))
    server.put(f"/Vis/Pdf/dagsorden/{M1}", sample.read_bytes())
    assert pulls(source(server)).exit_code == 0
    with Archive.open(pulls.folder / "arkiv.db") as archive:
        (outcome,) = ingest([pulls.folder / "hentet"], archive, Reading(model="none")).outcomes
        record = archive.read_record(outcome.digest)
    differing = [one for one in record.findings if one.code == "stated-differs" and one.severity == "warning"]
    assert len(differing) == 1 and "genmæle" in differing[0].message and differing[0].at
    assert record.stated.municipality == "Granholm Kommune"


@pytest.mark.parametrize(
    ("value", "day", "clock"),
    [
        ("2022-01-10T08:00:00+01:00", "2022-01-10", "08:00"),
        ("2022-07-10T22:30:00Z", "2022-07-11", "00:30"),
        ("2022-01-10T00:00:00", "2022-01-10", None),
        ("2022-01-10", "2022-01-10", None),
        ("/Date(1641798000000)/", "2022-01-10", "08:00"),
        ("/Date(999999999999999)/", None, None),
        ("i morgen", None, None),
        ("", None, None),
        (None, None, None),
        (20220110, None, None),
    ],
)
def test_moments(value, day, clock):
    found = moment(value)
    assert (found[0] and str(found[0]), found[1]) == (day, clock)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Et &amp; to<br/>tre</p>fire", ["Et & to", "tre", "fire"]),
        ("<ul><li>a</li><li>b <i>c</i></li></ul>", ["a", "b c"]),
        ("<ol><li>a</li> <li>b<ul><li>c</li></ul></li></ol>", ["1. a", "2. b", "c"]),
        ("<ol start=3 type=a><li>x</ol><ol start=z><li>y", ["c. x", "1. y"]),
        ("<script>x</script><style>y</style><!-- z --><p>ord</p>", ["ord"]),
        ("virksom&shy;hed &lt;b&gt;", ["virksomhed <b>"]),
        ("<p>brudt <b", ["brudt <b"]),
        ("\u202eomvendt\x00", ["omvendt"]),
        ("a < b og c > d", ["a < b og c > d"]),
        ("", []),
    ],
)
def test_html_becomes_text(html, text):
    assert [line.text for line in lines_of(html)] == text


def test_html_may_nest_without_end():
    assert [line.text for line in lines_of("<div>" * 20_000 + "ord")] == ["ord"]


def test_labels_part_a_field():
    html = "<p><strong>Sagsfremstilling</strong></p><p>Sagen.</p><p>Indstilling:</p><ol><li>At a</li></ol><h4>Beslutning</h4>Godkendt."
    assert [(str(part.role), part.text) for part in parts_of(html)] == [
        ("case", "Sagen."),
        ("proposal", "1. At a"),
        ("decision", "Godkendt."),
    ]


def test_labels_that_nothing_sets_apart_are_known_to_the_letter():
    assert [
        (str(p.role), p.text)
        for p in parts_of("<p>Det var en beslutning</p><p>Beslutning</p><p>Udsat</p><p>Økonomi</p>")
    ] == [
        ("other", "Det var en beslutning"),
        ("decision", "Udsat\nØkonomi"),
    ]


CHAIN = """<h3>Beslutning i Økonomiudvalget den 10-01-2022</h3>Anbefales.
<h3>Beslutning i Byrådet den 24-01-2022</h3>Godkendt."""


@pytest.mark.parametrize(
    ("day", "decision"),
    [("2022-01-10", "Anbefales."), ("2022-01-24", "Godkendt."), ("2022-02-01", "Godkendt.")],
)
def test_of_several_bodies_decisions_this_meetings_is_stated(day, decision):
    agenda = {"Moede": {"Dato": day}, "Dagsordenpunkter": [{"Navn": "Budget", "Felter": [{"Html": CHAIN}]}]}
    assert stated_of(agenda, "https://x.example", None, None, {}).items[0].decision == decision


KEYS = [
    "Udvalg",
    "Moede",
    "Dagsordenpunkter",
    "Navn",
    "Felter",
    "Html",
    "Bilag",
    "Id",
    "Dato",
    "Moededeltagere",
    "Afbud",
    "Status",
]
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["<b>Beslutning</b>x", "&amp;"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(JSON, JSON)
def test_any_json_states_something_or_nothing(agenda, listed):
    stated = stated_of(agenda, "https://x.example", None, None, listed if isinstance(listed, dict) else {})
    assert Stated.model_validate_json(stated.model_dump_json()) == stated
    assert json.dumps(words(agenda))
