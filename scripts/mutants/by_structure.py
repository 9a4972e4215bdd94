"""PDFs whose parts do not fit together, made with pikepdf: trees, forms, boxes, fonts, streams, passwords."""

import io
import random
import re
import zlib
from collections.abc import Callable

from pikepdf import (
    Array,
    Dictionary,
    Encryption,
    Name,
    ObjectStreamMode,
    Pdf,
    Stream,
    StreamDecodeLevel,
    String,
)

Change = Callable[[random.Random, Pdf], dict[str, object] | None]
"""Changes an open PDF; gives what is asked for at saving."""


def _page(rng: random.Random, pdf: Pdf) -> Dictionary:
    found: Dictionary = rng.choice(list(pdf.pages)).obj
    return found


def _fonts(pdf: Pdf) -> list[Dictionary]:
    return [
        thing
        for thing in pdf.objects
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.Font and "/Subtype" in thing
    ]


def _contents(page: Dictionary) -> Stream:
    contents = page.Contents
    return contents[0] if isinstance(contents, Array) else contents


# Words stay whole


def saved_anew(_rng: random.Random, _pdf: Pdf) -> None:
    """Written anew by another program."""


def objects_packed(_rng: random.Random, _pdf: Pdf) -> dict[str, object]:
    return {"object_stream_mode": ObjectStreamMode.generate}


def unpacked(_rng: random.Random, _pdf: Pdf) -> dict[str, object]:
    return {"compress_streams": False, "stream_decode_level": StreamDecodeLevel.generalized}


def linearized(_rng: random.Random, _pdf: Pdf) -> dict[str, object]:
    return {"linearize": True}


def no_password(_rng: random.Random, _pdf: Pdf) -> dict[str, object]:
    """Encrypted, but anybody may read."""
    return {"encryption": Encryption(owner="ejer", user="", R=6)}


def no_password_old(_rng: random.Random, _pdf: Pdf) -> dict[str, object]:
    return {"encryption": Encryption(owner="ejer", user="", R=3, aes=False, metadata=False)}


def actions(_rng: random.Random, pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.launchURL('http://127.0.0.1:9/')"))
    pdf.Root.AA = Dictionary(WC=Dictionary(S=Name.Launch, F=String("/bin/true")))
    pdf.attachments["a.exe"] = b"MZ" * 100


def xfa_form(_rng: random.Random, pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array(), XFA=pdf.make_stream(b"<xdp:xdp><template/></xdp:xdp>"))


def many_more_objects(_rng: random.Random, pdf: Pdf) -> None:
    pdf.Root.More = Array(pdf.make_indirect(Dictionary(N=n)) for n in range(20_000))


def counts_lie(rng: random.Random, pdf: Pdf) -> None:
    pdf.Root.Pages.Count = rng.choice((0, 1, -3, 100_000, 2**31 - 1))


def deep_names(_rng: random.Random, pdf: Pdf) -> None:
    inner: Dictionary | Array = Array()
    for _ in range(30):
        inner = Dictionary(Kids=Array([inner]))
    pdf.Root.Names = Dictionary(Dests=inner)


def outline_ring(_rng: random.Random, pdf: Pdf) -> None:
    entry = pdf.make_indirect(Dictionary(Title=String("x")))
    entry.Next = entry
    entry.First = entry
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=entry, Last=entry, Count=1))


def links(rng: random.Random, pdf: Pdf) -> None:
    page = _page(rng, pdf)
    link = Dictionary(S=Name.URI, URI=String("http://127.0.0.1:9/"))
    page.Annots = Array(
        [Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 595, 842]), A=link)] * 50
    )


def tree_deepened(_rng: random.Random, pdf: Pdf) -> None:
    """Each page hangs ten nodes below the root."""
    root = pdf.Root.Pages
    kids = []
    for kid in list(root.Kids):
        for _ in range(10):
            node = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([kid]), Count=1))
            kid.Parent = node
            kid = node
        kid.Parent = root
        kids.append(kid)
    root.Kids = Array(kids)


def form_of_each_page(_rng: random.Random, pdf: Pdf) -> None:
    """What a page draws stands in a form."""
    for page in pdf.pages:
        page.contents_coalesce()
        form = pdf.make_stream(page.Contents.read_bytes())
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 2000, 2000])
        form.Resources = page.obj.get("/Resources", Dictionary())
        page.obj.Resources = Dictionary(XObject=Dictionary(Fx=form))
        page.obj.Contents = pdf.make_stream(b"/Fx Do")


def cut_into_streams(_rng: random.Random, pdf: Pdf) -> None:
    """What a page draws stands in many streams."""
    for page in pdf.pages:
        page.contents_coalesce()
        lines = page.Contents.read_bytes().split(b"\n")
        page.obj.Contents = Array(
            pdf.make_stream(b"\n".join(lines[n : n + 20]) + b"\n") for n in range(0, len(lines), 20)
        )


def giant_boxes(rng: random.Random, pdf: Pdf) -> None:
    for page in pdf.pages:
        far = rng.choice((20_000, 1_000_000, 10**9))
        page.obj.MediaBox = Array([0, 0, far, far])


def turned_boxes(_rng: random.Random, pdf: Pdf) -> None:
    for page in pdf.pages:
        left, bottom, right, top = page.mediabox
        page.obj.MediaBox = Array([right, top, left, bottom])


def huge_units(_rng: random.Random, pdf: Pdf) -> None:
    for page in pdf.pages:
        page.obj.UserUnit = 10_000


def turned(rng: random.Random, pdf: Pdf) -> None:
    """Shown on their sides."""
    for page in pdf.pages:
        page.obj.Rotate = rng.choice((45, 91, -1))


# Words may be lost


def no_boxes(_rng: random.Random, pdf: Pdf) -> None:
    for page in pdf.pages:
        page.obj.MediaBox = Array([0, 0, 0, 0])


def page_lost(rng: random.Random, pdf: Pdf) -> None:
    if len(pdf.pages) > 1:
        del pdf.pages[rng.randrange(len(pdf.pages))]


def page_twice(rng: random.Random, pdf: Pdf) -> None:
    number = rng.randrange(len(pdf.pages))
    pdf.pages.insert(number, pdf.pages[number])


def pages_swapped(rng: random.Random, pdf: Pdf) -> None:
    if len(pdf.pages) > 1:
        number = rng.randrange(len(pdf.pages) - 1)
        page = pdf.pages[number + 1]
        pdf.pages.insert(number, page)
        del pdf.pages[number + 2]


def page_emptied(rng: random.Random, pdf: Pdf) -> None:
    del _page(rng, pdf)[Name.Contents]


def page_null(rng: random.Random, pdf: Pdf) -> None:
    kids = pdf.Root.Pages.Kids
    kids[rng.randrange(len(kids))] = None


def tree_ring(_rng: random.Random, pdf: Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def tree_ring_first(_rng: random.Random, pdf: Pdf) -> None:
    pdf.Root.Pages.Kids.insert(0, pdf.Root.Pages)


def content_cut(rng: random.Random, pdf: Pdf) -> None:
    """The end of what a page draws is missing; the stream itself is whole."""
    contents = _contents(_page(rng, pdf))
    data = contents.read_bytes()
    contents.write(data[: rng.randrange(len(data) // 4, len(data))])


def content_cut_out(rng: random.Random, pdf: Pdf) -> None:
    contents = _contents(_page(rng, pdf))
    data = contents.read_bytes()
    start = rng.randrange(len(data) // 2)
    contents.write(data[:start] + data[start + rng.randint(20, max(21, len(data) // 4)) :])


def stream_cut(rng: random.Random, pdf: Pdf) -> None:
    contents = _contents(_page(rng, pdf))
    data = zlib.compress(contents.read_bytes())
    contents.write(data[: rng.randrange(len(data))], filter=Name.FlateDecode)


def wrong_filter(rng: random.Random, pdf: Pdf) -> None:
    contents = _contents(_page(rng, pdf))
    filters = (Name.LZWDecode, Name.DCTDecode, Name.ASCIIHexDecode, Name.Nonsense)
    contents.write(contents.read_raw_bytes(), filter=rng.choice(filters))


def contents_again(rng: random.Random, pdf: Pdf) -> None:
    page = _page(rng, pdf)
    page.Contents = Array([_contents(page)] * 50)


def fonts_missing(rng: random.Random, pdf: Pdf) -> None:
    page = _page(rng, pdf)
    if "/Font" in page.get("/Resources", {}):
        page.Resources = Dictionary()


def encodings_lost(_rng: random.Random, pdf: Pdf) -> None:
    for font in _fonts(pdf):
        for key in ("/ToUnicode", "/Encoding"):
            if key in font:
                del font[key]


def meanings_lost(_rng: random.Random, pdf: Pdf) -> None:
    for font in _fonts(pdf):
        if "/ToUnicode" in font:
            del font["/ToUnicode"]


def encodings_wrong(rng: random.Random, pdf: Pdf) -> None:
    """Letters mean other letters."""
    letters = [chr(code) for code in range(97, 123)]
    mixed = rng.sample(letters, len(letters))
    for font in _fonts(pdf):
        if font.Subtype != Name.Type0:
            names = Array([97, *(Name(f"/{letter}") for letter in mixed)])
            font.Encoding = Dictionary(Type=Name.Encoding, Differences=names)
        if "/ToUnicode" in font:
            table = font.ToUnicode.read_bytes()
            font.ToUnicode.write(re.sub(rb"<00([67][0-9A-Fa-f])>", rb"<00\1>", table[: len(table) * 2 // 3]))


def words_mixed(rng: random.Random, pdf: Pdf) -> None:
    """What one page draws stands on another."""
    if len(pdf.pages) > 1:
        one, other = rng.sample(range(len(pdf.pages)), 2)
        pdf.pages[one].obj.Contents = pdf.pages[other].obj.Contents


def null_objects(rng: random.Random, pdf: Pdf) -> None:
    for number in rng.sample(range(1, len(pdf.objects)), min(2, len(pdf.objects) - 1)):
        thing = pdf.objects[number]
        if isinstance(thing, Dictionary):
            for key in list(thing.keys())[:3]:
                if key not in ("/Type", "/Kids", "/Root"):
                    del thing[key]


# Hostile


def _with_form(rng: random.Random, pdf: Pdf, drawing: bytes, times: int = 1) -> None:
    page = _page(rng, pdf)
    form = pdf.make_stream(drawing)
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 9, 9])
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    resources = page.get("/Resources", Dictionary())
    resources.XObject = Dictionary(X=form)
    page.Resources = resources
    contents = _contents(page)
    contents.write(contents.read_bytes() + b"\n" + b"/X Do " * times)


def form_draws_itself(rng: random.Random, pdf: Pdf) -> None:
    _with_form(rng, pdf, b"/X Do")


def form_draws_itself_twice(rng: random.Random, pdf: Pdf) -> None:
    _with_form(rng, pdf, b"/X Do /X Do")


def bomb(rng: random.Random, pdf: Pdf) -> None:
    page = _page(rng, pdf)
    page.Contents = pdf.make_stream(zlib.compress(b" " * 100_000_000, 9))
    page.Contents.Filter = Name.FlateDecode


def bomb_of_drawings(rng: random.Random, pdf: Pdf) -> None:
    page = _page(rng, pdf)
    page.Contents = pdf.make_stream(zlib.compress(b"0 0 9 9 re f\n" * 3_000_000, 9))
    page.Contents.Filter = Name.FlateDecode


def one_spot(rng: random.Random, pdf: Pdf) -> None:
    contents = _contents(_page(rng, pdf))
    contents.write(contents.read_bytes() + b"\nBT 60 700 Td " + b"(x) Tj 0 0 Td " * 200_000 + b"ET")


def deep_drawing(rng: random.Random, pdf: Pdf) -> None:
    contents = _contents(_page(rng, pdf))
    contents.write(b"q " * 100_000 + contents.read_bytes() + b" [" * 100_000)


def locked(_rng: random.Random, _pdf: Pdf) -> dict[str, object]:
    return {"encryption": Encryption(owner="ejer", user="hemmelig", R=6)}


WHOLE: tuple[Change, ...] = (
    saved_anew, objects_packed, unpacked, linearized, no_password, no_password_old, actions, xfa_form,
    many_more_objects, counts_lie, deep_names, outline_ring, links, tree_deepened, form_of_each_page,
    cut_into_streams, giant_boxes, turned_boxes, huge_units, turned,
)  # fmt: skip
"""The words stay what they were."""

LOSSES: tuple[Change, ...] = (
    no_boxes, page_lost, page_twice, pages_swapped, page_emptied, page_null, tree_ring, tree_ring_first, content_cut,
    content_cut_out, stream_cut, wrong_filter, contents_again, fonts_missing, encodings_lost, meanings_lost,
    encodings_wrong, words_mixed, null_objects,
)  # fmt: skip
"""The words may be others."""

HOSTILE: tuple[Change, ...] = (
    form_draws_itself, form_draws_itself_twice, bomb, bomb_of_drawings, one_spot, deep_drawing, locked,
)  # fmt: skip


def changed(change: Change, rng: random.Random, data: bytes) -> bytes:
    """The file with one change made to its structure."""
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(data)) as pdf:
        asked = change(rng, pdf) or {}
        pdf.save(out, **asked)
    return out.getvalue()
