"""Our own pages: the front, search, a page with its boxes, pictures, review."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlencode

from datasette.utils.asgi import AsgiFileDownload, Forbidden, Request, Response

from pipeline.archive import (
    Archive,
    decide,
    find_original,
    hidden_boxes,
    holds_private,
    list_names,
    look,
    marks_in,
    revealed,
    reviews,
    rule,
    search,
    told_elsewhere,
    waiting,
)
from pipeline.errors import NothingFound, PipelineError
from schemas.page import Word
from schemas.place import Box
from schemas.vocabulary import Outcome

FOUND_TOGETHER = 20
"""Hits on one page of search."""

NAMES_TOGETHER = 100
"""Pairs of spellings that are offered at a time."""


async def front(datasette: Any, request: Request) -> Response:
    """The front page: search, questions, what is there."""
    site = datasette.udvalgsarkiv
    told = await asyncio.to_thread(_summary, site.archive)
    return await _page(datasette, request, "forside.html", told)


def _summary(archive: Archive) -> dict[str, Any]:
    with archive.transaction() as connection:
        kinds = connection.exec_driver_sql(
            "SELECT kind, count(*) FROM documents GROUP BY kind ORDER BY 2 DESC"
        ).all()
        places = connection.exec_driver_sql(
            "SELECT d.municipality, count(*) AS many, min(coalesce(substr(m.date, 1, 4), p.year || '')), "
            "max(coalesce(substr(m.date, 1, 4), p.year || '')) FROM documents d LEFT JOIN meetings m ON m.id = d.id "
            "LEFT JOIN plans p ON p.id = d.id GROUP BY 1 ORDER BY 2 DESC LIMIT 12"
        ).all()
        latest = connection.exec_driver_sql(
            "SELECT m.id, d.municipality, m.committee, m.date, (SELECT count(*) FROM items WHERE meeting_id = m.id) "
            "FROM meetings m JOIN documents d ON d.id = m.id WHERE m.same_as IS NULL "
            "ORDER BY m.date DESC LIMIT 8"
        ).all()
        case = connection.exec_driver_sql(_A_CASE).scalar()
    asked = {"case_life": urlencode({"sagsnummer": case})} if case else {}
    return {"kinds": kinds, "places": places, "latest": latest, "asked": asked}


_A_CASE = """
SELECT coalesce(
    (SELECT i.case_number
     FROM (SELECT item_id, count(*) AS steps FROM history GROUP BY item_id ORDER BY steps DESC LIMIT 200) h
     JOIN items i ON i.id = h.item_id WHERE i.case_number IS NOT NULL ORDER BY h.steps DESC LIMIT 1),
    (SELECT case_number FROM items WHERE case_number IS NOT NULL LIMIT 1))
"""
"""The number of a case with a long way, for the question that needs one."""


async def find(datasette: Any, request: Request) -> Response:
    """Search."""
    site = datasette.udvalgsarkiv
    asked = {
        name: request.args.get(name) or ""
        for name in ("q", "municipality", "committee", "since", "until", "outcome", "case")
    }
    offset = max(0, int(request.args.get("fra") or 0)) if (request.args.get("fra") or "0").isdigit() else 0
    told: dict[str, Any] = {
        "asked": asked,
        "outcomes": [one.value for one in Outcome],
        "found": None,
        "problem": None,
    }
    told |= await asyncio.to_thread(_choices, site.archive)
    if asked["q"].strip():
        filters = {name: value for name, value in asked.items() if name not in ("q", "outcome") and value}
        if asked["outcome"]:
            filters["outcome"] = (asked["outcome"],)
        try:
            told["found"] = await asyncio.to_thread(
                search, site.archive, asked["q"], limit=FOUND_TOGETHER + 1, offset=offset, **filters
            )
        except NothingFound as error:
            told["problem"] = str(error)
    hits = told["found"].hits if told["found"] else ()
    told["hits"] = hits[:FOUND_TOGETHER]
    given = {name: value for name, value in asked.items() if value}
    told["further"] = (
        urlencode(given | {"fra": offset + FOUND_TOGETHER}) if len(hits) > FOUND_TOGETHER else None
    )
    told["back"] = urlencode(given | {"fra": max(0, offset - FOUND_TOGETHER)}) if offset else None
    return await _page(datasette, request, "soeg.html", told)


async def case(datasette: Any, request: Request) -> Response:
    """The life of a case: its steps in order of their days, each with where it says so."""
    number, place = request.args.get("nr") or "", request.args.get("kommune") or None
    steps = await asyncio.to_thread(_case, datasette.udvalgsarkiv.archive, number, place)
    if not steps:
        raise NothingFound(f"{number}: intet punkt har dette sagsnummer")
    told = {
        "number": number,
        "steps": steps,
        "titles": list(dict.fromkeys(step["title"] for step in steps)),
        "places": list(dict.fromkeys(step["municipality"] for step in steps)),
    }
    return await _page(datasette, request, "sag.html", told)


def _case(archive: Archive, number: str, place: str | None) -> list[dict[str, Any]]:
    """The steps of a case; what several items tell in the same words is one step with several places."""
    steps: dict[tuple[Any, ...], dict[str, Any]] = {}
    with archive.transaction() as connection:
        rows = connection.exec_driver_sql(
            "SELECT * FROM case_life WHERE case_number = ? AND (? IS NULL OR municipality = ?) "
            "ORDER BY date IS NULL, date, step <> 'meeting', item_id",
            (number, place, place),
        )
        for row in map(dict, rows):
            key = tuple(row[name] for name in ("municipality", "date", "body", "step", "text"))
            steps.setdefault(key, row | {"told_by": []})["told_by"].append(row)
    return list(steps.values())


def _choices(archive: Archive) -> dict[str, list[str]]:
    queries = {
        "municipalities": "SELECT DISTINCT municipality FROM documents WHERE municipality IS NOT NULL ORDER BY 1",
        "committees": "SELECT DISTINCT committee FROM coverage_meetings WHERE committee IS NOT NULL ORDER BY 1",
    }
    with archive.transaction() as connection:
        return {
            name: [one for (one,) in connection.exec_driver_sql(query)] for name, query in queries.items()
        }


async def side(datasette: Any, request: Request) -> Response:
    """A row on its page, with its boxes, and its record beside it."""
    site = datasette.udvalgsarkiv
    own = request.url_vars["own"]
    wanted, query = request.args.get("side") or "", request.args.get("q") or ""
    told = await asyncio.to_thread(_side, site, own, int(wanted) if wanted.isdigit() else None, query)
    return await _page(datasette, request, "side.html", told | {"q": query})


def _side(site: Any, own: str, wanted: int | None, query: str) -> dict[str, Any]:
    with site.archive.transaction() as connection:
        seen = look(connection, own)
        path = find_original(connection, site.originals, seen.digest)
        if site.unmasked:
            seen = revealed(connection, seen)
        hidden = () if site.unmasked else hidden_boxes(connection, seen.source_file_id)
        masked = not site.unmasked and holds_private(connection, seen.digest)
        also = told_elsewhere(connection, own)
    pages = sorted({box.page for box in seen.boxes}) or [1]
    page = wanted if wanted and 1 <= wanted <= seen.pages else pages[0]
    told: dict[str, Any] = {
        "seen": seen,
        "page": page,
        "on_pages": pages,
        "also": also,
        "picture": None,
        "problem": None,
        "whole": not masked,
        "marks": [],
    }
    told["boxes"] = [box for box in seen.boxes if box.page == page]
    told["parents"] = list(reversed(seen.parents))
    if path is None:
        told["problem"] = "Originalen er hverken gemt eller der, hvor den blev læst."
        return told
    try:
        here = tuple(box for number, box in hidden if number == page)
        told["picture"] = site.pictures.page(path, page, here)
        if query.strip():
            words = site.pictures.words(path, page)
            told["marks"] = [word for word in words if marks_in(query, word.text) and not _under(word, here)]
    except PipelineError as error:
        told["problem"] = str(error)
    return told


async def picture(datasette: Any, request: Request) -> Response:
    """A page of an original as a picture."""
    site = datasette.udvalgsarkiv
    digest, number = request.url_vars["digest"], int(request.url_vars["number"])
    drawn, whole = await asyncio.to_thread(_picture, site, digest, number)
    headers = {"Cache-Control": "private, max-age=86400" if whole else "no-store"}
    return Response(drawn.content, headers=headers, content_type="image/webp")


def _picture(site: Any, digest: str, number: int) -> tuple[Any, bool]:
    """A page as drawn, and whether it holds nothing private."""
    with site.archive.transaction() as connection:
        path = find_original(connection, site.originals, digest)
        hidden = hidden_boxes(connection, digest=digest)
    if path is None:
        raise NothingFound(f"{digest}: the original is neither kept nor where it was read")
    here = tuple(box for page, box in hidden if page == number)
    return site.pictures.page(path, number, () if site.unmasked else here), not here


async def original(datasette: Any, request: Request) -> Any:
    """An original itself, for the browser's own reader; `#page=N` behind its address opens a page."""
    path, name = await asyncio.to_thread(_original, datasette.udvalgsarkiv, request.url_vars["digest"])
    headers = {
        "cache-control": "no-store",
        "content-disposition": f"inline; filename*=UTF-8''{quote(name, safe='')}",
        "x-content-type-options": "nosniff",
    }
    return AsgiFileDownload(path, content_type="application/pdf", headers=headers)


def _original(site: Any, digest: str) -> tuple[Path, str]:
    """Where an original lies, and what the file was called.

    Raises:
        NothingFound: It is not there, or holds private words, which a picture of its pages leaves out.
    """
    with site.archive.transaction() as connection:
        path = find_original(connection, site.originals, digest)
        private = not site.unmasked and holds_private(connection, digest)
        name = connection.exec_driver_sql(
            "SELECT file FROM source_files WHERE sha256 = ?", (digest,)
        ).scalar()
    if path is None:
        raise NothingFound("Originalen er hverken gemt eller der, hvor den blev læst.")
    if private:
        raise NothingFound("Originalen viser private ord og kan kun ses side for side.")
    return path, str(name)


def _under(word: Word, boxes: tuple[Box, ...]) -> bool:
    """Whether a word's middle lies under one of some boxes."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return any(x0 <= x <= x1 and top <= y <= bottom for x0, top, x1, bottom in boxes)


async def review(datasette: Any, request: Request) -> Response:
    """What waits for a person, and what people have said."""
    site = datasette.udvalgsarkiv
    if request.method == "POST":
        return await _ruled(datasette, request)
    told = await asyncio.to_thread(_reviewed, site.archive)
    return await _page(datasette, request, "gennemse.html", told)


def _reviewed(archive: Archive) -> dict[str, Any]:
    with archive.transaction() as connection:
        told = {"waiting": waiting(connection), "reviews": reviews(connection)}
    columns, rows = list_names(archive, status="offered")
    return told | {"offered": [dict(zip(columns, row, strict=True)) for row in rows[:NAMES_TOGETHER]]}


async def _ruled(datasette: Any, request: Request) -> Response:
    site = datasette.udvalgsarkiv
    if not site.reviewer:
        raise Forbidden("nothing can be changed here; start with --review and a name")
    form = {
        name: values[0]
        for name, values in parse_qs((await request.post_body()).decode(), keep_blank_values=True).items()
    }
    own, field, verdict = form.get("own", ""), form.get("field", ""), form.get("verdict", "")
    if verdict not in ("accept", "correct", "reject"):
        raise NothingFound(f"{verdict}: is no verdict")
    await asyncio.to_thread(_rule, site, own, field, verdict, form)
    query = urlencode({name: form[name] for name in ("side", "q") if form.get(name)})
    return Response.redirect(f"/side/{quote(own)}?{query}#{quote(field)}")


def _rule(site: Any, own: str, field: str, verdict: Any, form: dict[str, str]) -> None:
    with Archive.open(site.path) as archive:
        rule(archive, own, field, verdict, site.reviewer, form.get("value"), form.get("note"))


async def named(datasette: Any, request: Request) -> Response:
    """A person's word on two spellings."""
    site = datasette.udvalgsarkiv
    if request.method != "POST" or not site.reviewer:
        raise Forbidden("nothing can be changed here; start with --review and a name")
    form = {name: values[0] for name, values in parse_qs((await request.post_body()).decode()).items()}
    await asyncio.to_thread(_decide, site, form)
    return Response.redirect("/gennemse#navne")


def _decide(site: Any, form: dict[str, str]) -> None:
    with Archive.open(site.path) as archive:
        decide(
            archive,
            "committee" if form.get("kind") == "committee" else "person",
            form.get("one", ""),
            form.get("other", ""),
            same=form.get("same") == "1",
            who=site.reviewer,
            municipality=form.get("municipality", ""),
        )


async def _page(datasette: Any, request: Request, template: str, told: dict[str, Any]) -> Response:
    return Response.html(await datasette.render_template(template, told, request=request))


def _telling(view: Callable[..., Any]) -> Callable[..., Any]:
    """A page that tells in a sentence why it cannot be shown."""

    async def told(datasette: Any, request: Request) -> Response:
        try:
            shown: Response = await view(datasette, request)
            return shown
        except PipelineError as error:
            status = 404 if isinstance(error, NothingFound) else 500
            said = {"says": str(error), "missing": status == 404}
            page = await datasette.render_template("svar.html", said, request=request)
            return Response.html(page, status=status)

    return told


ROUTES = (
    (r"^/$", _telling(front)),
    (r"^/soeg$", _telling(find)),
    (r"^/sag$", _telling(case)),
    (r"^/side/(?P<own>[^/]+)$", _telling(side)),
    (r"^/billede/(?P<digest>[0-9a-f]{64})/(?P<number>\d{1,6})\.webp$", _telling(picture)),
    (r"^/original/(?P<digest>[0-9a-f]{64})\.pdf$", _telling(original)),
    (r"^/gennemse$", _telling(review)),
    (r"^/navne$", _telling(named)),
)
"""Address and page."""
