"""Forms that the projects that read PDFs keep to try their readers with: a name, and the bytes.

Most are small lies about one thing: the table of objects, the tree of pages, boxes, fonts, drawings, filters, locks.
"""

import base64
import gzip
import io
import re
import warnings
from collections.abc import Iterator

from pikepdf import Encryption, ObjectStreamMode, Pdf, Permissions

from mutants.by_hand import FONT, WORDS, document, pdf, shown
from mutants.in_pages import DRAWINGS, FONTS, PAGE, PICTURES

WHOLE = document()


def _saved(data: bytes = WHOLE, **how: object) -> bytes:
    out = io.BytesIO()
    with warnings.catch_warnings(), Pdf.open(io.BytesIO(data)) as one:
        warnings.simplefilter("ignore")  # of locks of old
        one.save(out, **how)
    return out.getvalue()


def _swapped(old: bytes, new: bytes, data: bytes = WHOLE) -> bytes:
    """A piece replaced; the table of objects is then wrong where their lengths differ."""
    assert old in data, old
    return data.replace(old, new)


def _tree(kids: bytes, root: bytes = b"2 0 R", *more: bytes) -> bytes:
    pages = b"<</Type/Pages/Kids %s/Count 1>>" % kids
    return pdf([b"<</Type/Catalog/Pages %s>>" % root, pages, PAGE, (b"", shown()), FONT, *more])


TREES: dict[str, bytes] = {
    "kids null": _tree(b"null"),
    "kids missing": _swapped(b"/Kids[3 0 R]", b"            "),
    "kids a number": _tree(b"7"),
    "kids a dictionary": _tree(b"<</A 3 0 R>>"),
    "kids a page": _tree(b"3 0 R"),
    "kids of anything": _tree(b"[null 7 (a) /b [3 0 R] <<>> 3 0 R 99 0 R 4 0 R 5 0 R true -1]"),
    "kids themselves": _tree(b"[2 0 R 3 0 R 1 0 R]"),
    "kids in an object": _tree(b"6 0 R", b"2 0 R", b"[3 0 R]"),
    "a page as tree": _tree(b"[3 0 R]", b"3 0 R"),
    "the catalog as tree": _tree(b"[3 0 R]", b"1 0 R"),
    "no tree": _tree(b"[3 0 R]", b"null"),
    "a tree that is not there": _tree(b"[3 0 R]", b"99 0 R"),
    "the page many times": _tree(b"[%s]" % (b"3 0 R " * 40)),
    "no types": _swapped(b"/Type/Page/", b"/Typo/Page/"),
    "wrong types": _swapped(b"/Type/Pages", b"/Type/Fonts"),
    "parent elsewhere": _swapped(b"/Parent 2 0 R", b"/Parent 9 0 R"),
    "parent itself": _swapped(b"/Parent 2 0 R", b"/Parent 3 0 R"),
    "no root": pdf([PAGE, FONT], b""),
    "root a number": pdf([b"7", PAGE]),
    "root not there": _swapped(b"/Root 1 0 R", b"/Root 9 0 R"),
    "root of the wrong generation": _swapped(b"/Root 1 0 R", b"/Root 1 7 R"),
    "count a word": _swapped(b"/Count 1", b"/Count/A"),
    "pages without anything": pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count 300>>" % b" ".join(b"%d 0 R" % n for n in range(3, 303)),
            *[b"<</Type/Page/Parent 2 0 R>>"] * 300,
        ]
    ),
    "ten thousand pages": pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/MediaBox[0 0 595 842]/Kids[%s]/Count 10000>>"
            % b" ".join(b"%d 0 R" % n for n in range(3, 10_003)),
            *[b"<</Type/Page/Parent 2 0 R>>"] * 10_000,
        ]
    ),
}

BOXES: dict[str, bytes] = {
    f"box {name}": document(box=box, page=page)
    for name, box, page in (
        ("null", b" null", b""),
        ("of two", b"[0 0]", b""),
        ("a number", b" 7", b""),
        ("elsewhere", b" 99 0 R", b""),
        ("of words", b"[(a)(b)(c)(d)]", b""),
        ("of odd numbers", b"[--5 5-3 +.5e7 842.]", b""),
        ("not a number", b"[nan nan inf inf]", b""),
        ("larger than the page", b"[0 0 595 842]", b"/CropBox[-50 -60 700 900]"),
        ("far away", b"[1e30 1e30 2e30 2e30]", b""),
        ("far below", b"[-100000 -100000 -99405 -99158]", b""),
        ("one unit high", b"[0 0 595 1]", b""),
        ("a thousandth wide", b"[0 0 .001 842]", b""),
        ("a roll", b"[0 0 20 14400]", b""),
        ("cut outside", b"[0 0 595 842]", b"/CropBox[900 900 1000 1000]"),
        ("cut to nothing", b"[0 0 595 842]", b"/CropBox[10 10 10 10]"),
        ("cut by words", b"[0 0 595 842]", b"/CropBox(a)/Rotate(b)/UserUnit/c"),
        ("turned by 450", b"[0 0 595 842]", b"/Rotate 450"),
        ("turned by -90", b"[0 0 595 842]", b"/Rotate -90"),
        ("turned by 1e10", b"[0 0 595 842]", b"/Rotate 10000000000"),
        ("of no unit", b"[0 0 595 842]", b"/UserUnit 0"),
        ("of a negative unit", b"[0 0 595 842]", b"/UserUnit -3"),
    )
}


def _xref(old: bytes, new: bytes) -> bytes:
    head, mark, table = WHOLE.rpartition(b"xref\n0 6")
    assert old in mark + table, old
    return head + (mark + table).replace(old, new)


def _packed(**lies: bytes) -> bytes:
    """Objects in streams, and lies about the stream that is their table."""
    whole = _saved(object_stream_mode=ObjectStreamMode.generate, compress_streams=False)
    for key, value in lies.items():
        whole = re.sub(rb"/%s\s*(\[[^\]]*\]|\d+)" % key.encode(), b"/%s %s" % (key.encode(), value), whole)
    return whole


def _later(*objects: tuple[int, bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """The file, and some of its objects written anew behind its end."""
    out = bytearray(WHOLE)
    start = int(re.findall(rb"startxref\n(\d+)", WHOLE)[-1])
    entries = b""
    for number, what in objects:
        entries += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, what)
    table = len(out)
    out += b"xref\n%strailer\n<</Size 6%s/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        entries,
        trailer,
        start,
        table,
    )
    return bytes(out)


_STRAIGHT = _saved(linearize=True)

FILES: dict[str, bytes] = {
    f"file {name}": made
    for name, made in {
        "of nothing but a head": b"%PDF-1.4",
        "of a head and an end": b"%PDF-1.4\n%%EOF\n",
        "of a head of no version": _swapped(b"%PDF-1.7", b"%PDF-a.b"),
        "of a head of old": _swapped(b"%PDF-1.7", b"%!PS-Adobe-3.0 PDF-1.4"),
        "with a head far in": b"x" * 900 + WHOLE,
        "with a head too far in": b"x" * 2000 + WHOLE,
        "with a head of a Macintosh": b"\0\7referat" + b"\0" * 119 + WHOLE,
        "with other line ends": WHOLE.replace(b"\n", b"\r"),
        "in wide letters": WHOLE.decode("latin-1").encode("utf-16"),
        "with a mark of UTF-8": b"\xef\xbb\xbf" + WHOLE,
        "in letters for the post": b"%PDF-1.4\n" + base64.encodebytes(WHOLE),
        "packed": gzip.compress(WHOLE),
        "twice": WHOLE + WHOLE,
        "with zeros behind": WHOLE + b"\0" * 100_000,
        "with a page of the web before": b"<html><body>%PDF-1.4</body></html>" + WHOLE,
        "with comments everywhere": WHOLE.replace(b" obj\n", b" obj % 4 0 obj endobj stream\n"),
        "without a table": WHOLE[: WHOLE.rindex(b"xref\n0 6")] + b"trailer<</Root 1 0 R>>\n",
        "without a trailer": WHOLE[: WHOLE.rindex(b"trailer")],
        "with a start of 0": re.sub(rb"startxref\n\d+", b"startxref\n0", WHOLE),
        "with a negative start": re.sub(rb"startxref\n\d+", b"startxref\n-7", WHOLE),
        "with a start beyond": re.sub(rb"startxref\n\d+", b"startxref\n99999999999999999999", WHOLE),
        "with a table of too many": _xref(b"0 6", b"0 99999999"),
        "with a table of too few": _xref(b"0 6", b"0 2"),
        "with a table that counts from 1": _xref(b"0 6", b"1 6"),
        "with short entries": _xref(b" n \n", b" n\n"),
        "with entries beyond": re.sub(rb"\d{10} 00000 n", b"9999999999 00000 n", WHOLE),
        "with all objects free": _xref(b" n ", b" f "),
        "of odd generations": _xref(b" 00000 n", b" 65535 n"),
        "of a negative size": _xref(b"/Size 6", b"/Size -6"),
        "of a giant size": _xref(b"/Size 6", b"/Size 2147483647"),
        "before itself": _xref(b"/Size 6", b"/Size 6/Prev -1/XRefStm -1"),
        "with numbers beyond": _swapped(b"5 0 obj", b"9999999 0 obj"),
        "with objects in objects": _swapped(b"1 0 obj\n", b"1 0 obj 1 0 obj 1 0 obj\n"),
        "with long names": _swapped(b"/Count 1", b"/Count 1/" + b"A#00#ff#zz" * 10_000 + b" 1"),
        "with long strings": _swapped(b"/Count 1", b"/Count 1/A(" + b"((\\))" * 5_000 + b")" * 5_000 + b")"),
        "packed in streams": _packed(),
        "packed with wide columns": _packed(W=b"[9 99 9999]"),
        "packed with no columns": _packed(W=b"[0 0 0]"),
        "packed with an odd index": _packed(Index=b"[0 99999999 -4 7]", Size=b"99999999"),
        "packed with an odd first": _packed(First=b"999999"),
        "packed with many objects": _packed(N=b"2147483647"),
        "changed later": _later(
            (4, b"<</Length %d>>stream\n%s\nendstream" % (len(shown(WORDS[:3])), shown(WORDS[:3])))
        ),
        "changed later to nothing": _later((3, b"null")),
        "changed later to another root": _later(
            (6, b"<</Type/Catalog/Pages 6 0 R>>"), trailer=b"/Root 6 0 R"
        ),
        "straightened": _STRAIGHT,
        "straightened and cut": _STRAIGHT[: len(_STRAIGHT) * 2 // 3],
        "straightened and changed": _STRAIGHT + b"\n1 0 obj <<>> endobj\ntrailer<<>>\nstartxref\n9\n%%EOF\n",
        "straightened with lies": re.sub(rb"/(L|H|O|E|N|T) (\d+)", rb"/\1 9999999", _STRAIGHT),
    }.items()
}

CATALOGS: dict[str, bytes] = {
    f"catalog {name}": document(catalog=entries, page=page, more=more)  # type: ignore[arg-type]
    for name, (entries, page, *more) in {
        "of odd labels": (b"/PageLabels<</Nums[(a) 7 -3<</S/Z/St -9/P(\377\376)>>]/Kids[1 0 R]>>", b""),
        "of odd names": (
            b"/Names 1 0 R/Dests 1 0 R/Threads 1 0 R/PageMode 7/Lang 9/ViewerPreferences[1]",
            b"",
        ),
        "of a tree of tags in a ring": (
            b"/StructTreeRoot 6 0 R/MarkInfo<</Marked 7>>",
            b"/StructParents -9",
            b"<</K 6 0 R/ParentTree 6 0 R/RoleMap<</A/A>>>>",
        ),
        "of fields in a ring": (
            b"/AcroForm<</Fields[6 0 R]/DA 7/DR 6 0 R>>",
            b"/Annots[6 0 R]",
            b"<</Type/Annot/Subtype/Widget/FT/Tx/Parent 6 0 R/Kids[6 0 R]/T(a)/V 6 0 R/Rect[0 0 99 99]>>",
        ),
        "of a form of another kind": (
            b"/NeedsRendering true/AcroForm<</XFA[(a) 6 0 R (b) null 7]/Fields[null 7]>>",
            b"",
            (b"", b"<xdp:xdp" + b"<a>" * 5000),
        ),
        "of extensions": (
            b"/Version/9.9/Extensions<</ADBE<</BaseVersion/7>>>>/AF[1 0 R]/DSS 7/Perms<</DocMDP 7>>",
            b"",
        ),
        "of information that is none": (
            b"/Metadata 6 0 R",
            b"/Metadata 6 0 R/LastModified(D:99999999999999)",
            (b"/Type/Metadata/Subtype/XML", b"<?xpacket \xff\xfe<!ENTITY a '&a;&a;'>" * 99),
        ),
        "of notes of every kind": (
            b"",
            b"/Annots[7 null (a) 3 0 R%s]"
            % b"".join(
                b"<</Type/Annot/Subtype/%s/Rect[9 9 1e9 -9]/Contents(\377)/QuadPoints[1]/Vertices(a)/InkList 7/AP 7>>"
                % kind
                for kind in (
                    b"FreeText",
                    b"Ink",
                    b"Highlight",
                    b"Line",
                    b"Polygon",
                    b"Stamp",
                    b"Popup",
                    b"Redact",
                    b"3D",
                    b"RichMedia",
                    b"Screen",
                    b"Movie",
                    b"Sound",
                    b"Link",
                )
            ),
        ),
        "of notes that are no list": (b"", b"/Annots 3 0 R"),
    }.items()
}

NOTE_ALONE = document(
    (b"", b""),
    page=b"/Annots[<</Subtype/FreeText/Rect[50 600 500 800]/DA(/F1 12 Tf)/Contents(Referat)/AP<</N 6 0 R>>>>]",
    more=[(b"/Type/XObject/Subtype/Form/BBox[0 0 500 200]/Resources<</Font<</F1 5 0 R>>>>", shown(top=180))],
)


def _info(entries: bytes) -> bytes:
    return _swapped(b"/Root 1 0 R", b"/Root 1 0 R/ID 7/Info<<%s>>" % entries)


def _locks() -> Iterator[tuple[str, bytes]]:
    for name, how in {
        "of 40 bits": Encryption(owner="ejer", user="", R=2, aes=False, metadata=False),
        "of 128 bits": Encryption(owner="ejer", user="", R=3, aes=False, metadata=False),
        "of AES": Encryption(owner="ejer", user="", R=4, aes=True),
        "of AES-256 of old": Encryption(owner="ejer", user="", R=5),
        "of AES-256": Encryption(owner="ejer", user="", R=6),
        "that allows nothing": Encryption(
            owner="ejer",
            user="",
            R=6,
            allow=Permissions(extract=False, accessibility=False, print_lowres=False),
        ),
    }.items():
        yield name, _saved(encryption=how)
    opened = _saved(encryption=Encryption(owner="ejer", user="", R=4, aes=True))
    yield "that is cut", opened[:-300]
    yield "without an owner", re.sub(rb"/O <[0-9a-f]+>", b"/O <>", opened)
    yield "of an odd length", re.sub(rb"/Length 128", b"/Length -8 ", opened)
    yield "of an unknown filter", opened.replace(b"/AESV2", b"/AESV9")
    for name, entries in {
        "for certificates": b"<</Filter/Adobe.PubSec/SubFilter/adbe.pkcs7.s5/V 4/Recipients[(a)]>>",
        "of another house": b"<</Filter/FOPN_foweb/V 1/Length 40>>",
        "that is empty": b"<<>>",
        "that is null": b"null",
        "that is not there": b"99 0 R",
        "that is a number": b"7",
    }.items():
        yield name, WHOLE.replace(b"/Root", b"/Encrypt %s/ID[(a)(b)]/Root" % entries)


LOCKS = {f"lock {name}": made for name, made in _locks()}
ANYBODY_MAY_READ = (
    "lock of 40 bits",
    "lock of 128 bits",
    "lock of AES",
    "lock of AES-256 of old",
    "lock of AES-256",
    "lock that allows nothing",
)

FORMS: dict[str, bytes] = {
    **TREES, **BOXES, **FONTS, **DRAWINGS, **PICTURES, **FILES, **CATALOGS, **LOCKS,
    "notes alone": NOTE_ALONE,
    "information of odd letters": _info(b"/Title(\376\377\330\0\0)/Author<FFFE41>/Producer(\xef\xbb\xbf\xff)"),
    "information of odd days": _info(b"/CreationDate(D:99991399999999+99'99')/ModDate(D:-1)/Title null"),
}  # fmt: skip
