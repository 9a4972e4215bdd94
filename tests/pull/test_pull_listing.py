"""Pulling from a page with links."""

import pytest

PAGE = """<html><head><meta charset="iso-8859-1"><base href="/filer/"></head><body>
<a href="referat_2016-09-28.pdf#side2">Referat 28. september 2016</a>
<a href="referat_2016-09-28.pdf">igen</a>
<a href="/andet/plan.PDF?v=2"><b>Beskæftigelsesplan</b> 2017</a>
<a href="https://[galt/x.pdf">galt</a> <a href="javascript:alert(1)//x.pdf">js</a> <a href="mailto:a@b.pdf">post</a>
<a href="om.html">Om</a> <a name="x.pdf">intet</a> <a href="">tom</a>
<a href="referat_2012-01-10.pdf">Referat</a>
</body></html>"""


def listing(address, more=""):
    return f'name = "liste"\nkind = "listing"\naddress = "{address}"\n{more}'


@pytest.fixture
def page(server, made):
    server.put("/filer/referat_2016-09-28.pdf", made.pdf("1"))
    server.put("/filer/referat_2012-01-10.pdf", made.pdf("2"))
    server.put("/andet/plan.PDF?v=2", made.pdf("3"))
    return server.put(
        "/referater/", made.says(body=PAGE.encode("latin-1"), kind="text/html", headers={"ETag": '"s"'})
    )


def test_links_to_pdfs_are_fetched_each_once(server, pulls, made, page):
    report = pulls(listing(page))
    assert pulls.files == {
        "liste/referat_2016-09-28.pdf": made.pdf("1"),
        "liste/plan.pdf": made.pdf("3"),
        "liste/referat_2012-01-10.pdf": made.pdf("2"),
    }
    assert [one.title for one in report.outcomes] == [
        "Referat 28. september 2016",
        "Beskæftigelsesplan 2017",
        "Referat",
    ]


def test_the_page_is_asked_for_conditionally(server, pulls, made, page):
    pulls(listing(page))
    server.put("/referater/", made.says(304, headers={"Content-Length": None}))
    assert pulls(listing(page)).count("unchanged") == 3
    assert server.headers["/referater/"][1]["If-None-Match"] == '"s"'
    assert server.count("/andet/plan.PDF?v=2") == 1


def test_dates_and_words_leave_links_out(pulls, page):
    assert [one.title for one in pulls(listing(page, "since = 2013-01-01")).outcomes] == [
        "Referat 28. september 2016",
        "Beskæftigelsesplan 2017",
    ]
    assert pulls(listing(page, 'links = "BESKÆFTIGELSE"')).count("unchanged") == 1


def test_pages_lead_on_but_not_in_circles(server, pulls, made):
    for n in range(3):
        server.put(f"/{n}.pdf", made.pdf(str(n)))
        links = f'<a href="/{n}.pdf">{n}</a><a href="/side{(n + 1) % 3}">Næste »</a>'
        server.put(f"/side{n}", made.says(body=links, kind="text/html; charset=utf-8"))
    assert pulls(listing(f"{server.origin}/side0", "pages = 50")).count("fetched") == 3
    assert server.count("/side0") == 1


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("<p>Ingen referater endnu</p>", "no link is meant"),
        ("%PDF-1.4 x", 'kind = "addresses"'),
        ("", "no link is meant"),
    ],
)
def test_a_page_without_links_is_told(server, pulls, made, body, says):
    report = pulls(listing(server.put("/", made.says(body=body, kind="text/html"))))
    assert says in report.outcomes[0].reason and report.exit_code


def test_any_link_takes_its_name_from_the_server(server, pulls, made):
    named = {"Content-Disposition": "attachment; filename=dagsorden.pdf"}
    server.put("/hent?id=7", made.says(body=made.pdf(), headers=named))
    server.put("/om", made.says(body="<html>"))
    page = server.put(
        "/", made.says(body='<a href="hent?id=7">Dagsorden</a><a href="om">Om</a>', kind="text/html")
    )
    report = pulls(listing(page, "any_link = true"))
    assert list(pulls.files) == ["liste/dagsorden.pdf"]
    assert [str(one.why) for one in report.outcomes if one.became == "failed"] == ["wrong-type"]
