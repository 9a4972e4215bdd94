"""Hostile PDFs written by hand: a name, and the bytes."""

import re
import zlib
from collections.abc import Callable, Iterable

Object = bytes | tuple[bytes, bytes]
"""What stands between obj and endobj; with a stream, its dictionary's entries and its content."""

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
WORDS = (
    "Referat fra mødet i Teknisk Udvalg den 4. maj 2021",
    "Granholm Kommune",
    "1. Godkendelse af dagsorden",
    "Beslutning",
    "Dagsordenen blev godkendt.",
)


def pdf(objects: Iterable[Object], trailer: bytes = b"/Root 1 0 R", head: bytes = b"%PDF-1.7\n") -> bytes:
    """A file of numbered objects, with a right table of where they stand."""
    out = bytearray(head)
    offsets = []
    for number, what in enumerate(objects, 1):
        offsets.append(len(out))
        if isinstance(what, tuple):
            entries, content = what
            what = b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(content), content)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, what)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, trailer, table)
    return bytes(out)


def line_at(text: str, x: float, y: float, size: float) -> bytes:
    """The drawing of one line of words."""
    words = re.sub(rb"[()\\]", rb"\\\g<0>", text.encode("cp1252"))
    return b"BT /F1 %d Tf 1 0 0 1 %d %d Tm (%s) Tj ET" % (size, x, y, words)


def shown(lines: Iterable[str] = WORDS, top: float = 760) -> bytes:
    """The drawing of some lines of words."""
    return b"\n".join(line_at(line, 60, top - 24 * n, 12) for n, line in enumerate(lines))


def document(
    content: Object | None = None,
    page: bytes = b"",
    resources: bytes = b"",
    more: Iterable[Object] = (),
    catalog: bytes = b"",
    box: bytes = b"[0 0 595 842]",
) -> bytes:
    """A file of one page: catalog 1, tree 2, page 3, content 4, font 5, `more` from 6 on."""
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R%s>>" % catalog,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox%s/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>%s>>"
            % (box, resources, page),
            content if content is not None else (b"", shown()),
            FONT,
            *more,
        ]
    )


def _flate(content: bytes, times: int = 1) -> tuple[bytes, bytes]:
    for _ in range(times):
        content = zlib.compress(content, 9)
    return b"/Filter[%s]" % (b"/FlateDecode " * times), content


def form_twice() -> bytes:
    form = (b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>", b"/X Do /X Do")
    return document((b"", b"/X Do"), resources=b"/XObject<</X 6 0 R>>", more=[form])


def forms_in_a_ring() -> bytes:
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    forms: list[Object] = [(form % following, b"/X Do /X Do") for following in (7, 8, 6)]
    return document((b"", b"/X Do"), resources=b"/XObject<</X 6 0 R>>", more=forms)


def forms_doubling(depth: int = 40) -> bytes:
    """Each form draws the next one twice: 2 to the power of `depth` drawings."""
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    forms: list[Object] = [(form % (n + 1), b"/X Do /X Do") for n in range(6, 6 + depth)]
    forms.append((b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]", b"0 0 1 1 re f"))
    return document((b"", b"/X Do"), resources=b"/XObject<</X 6 0 R>>", more=forms)


def one_spot(many: int = 200_000) -> bytes:
    return document(_flate(b"BT /F1 12 Tf 60 700 Td\n" + b"(x) Tj 0 0 Td\n" * many + b"ET"))


def one_string(many: int = 200_000) -> bytes:
    return document(_flate(b"BT /F1 12 Tf 60 700 Td (" + b"x" * many + b") Tj ET"))


def many_words(many: int = 200_000) -> bytes:
    words = b"\n".join(b"1 0 0 1 %d %d Tm (ord%d) Tj" % (n % 500, n // 500 * 2 % 800, n) for n in range(many))
    return document(_flate(b"BT /F1 4 Tf\n" + words + b"\nET"))


def inflating_page(size: int = 200_000_000) -> bytes:
    return document(_flate(b" " * size))


def inflating_twice(size: int = 200_000_000) -> bytes:
    return document(_flate(b"\0" * size, 2))


def inflating_paths(many: int = 5_000_000) -> bytes:
    return document(_flate(b"0 0 m 9 9 l S\n" * many))


def inflating_map() -> bytes:
    """A map from codes to letters that is endless."""
    cmap = b"1 beginbfrange\n" + b"<0000> <FFFF> <0041>\n" * 400_000 + b"endbfrange"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>"
    return document(more=[font, _flate(cmap)], resources=b"/Font<</F1 6 0 R>>")


def huge_picture() -> bytes:
    entries = b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB"
    filters, content = _flate(b"\0" * 1_000_000)
    picture = (entries + filters, content)
    drawn = (b"", b"q 500 0 0 700 50 50 cm /X Do Q\n" + shown())
    return document(drawn, resources=b"/XObject<</X 6 0 R>>", more=[picture])


def many_objects(many: int = 100_000) -> bytes:
    return document(more=[b"<</A %d 0 R>>" % (n % 100 + 1) for n in range(many)])


def deep_arrays(depth: int = 200_000) -> bytes:
    return document(page=b"/Deep " + b"[" * depth + b"]" * depth)


def deep_dictionaries(depth: int = 100_000) -> bytes:
    return document(page=b"/Deep " + b"<</A " * depth + b"null" + b">>" * depth)


def deep_content(depth: int = 200_000) -> bytes:
    return document((b"", b"q " * depth + shown() + b"[" * depth))


def deep_tree(depth: int = 20_000) -> bytes:
    nodes: list[Object] = [b"<</Type/Catalog/Pages 2 0 R>>"]
    nodes += [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 3) for n in range(depth)]
    own = len(nodes) + 1
    page = b"<</Type/Page/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 %d 0 R>>>>>>"
    return pdf([*nodes, page % (own + 1, own + 2), (b"", shown()), FONT])


def tree_in_a_ring() -> bytes:
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 1000>>", FONT])


def wide_tree(many: int = 200_000) -> bytes:
    """One page, named many times."""
    kids = b"3 0 R " * many
    page = b"<</Type/Page/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, many),
            page,
            (b"", shown()),
            FONT,
        ]
    )


def count_lies(count: bytes = b"2147483647") -> bytes:
    return document().replace(b"/Count 1", b"/Count " + count)


def no_pages() -> bytes:
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"])


def table_in_a_ring() -> bytes:
    whole = document()
    table = whole.rindex(b"xref\n0")
    return whole.replace(b"/Root", b"/Prev %d/Root" % table)


def length_in_a_ring() -> bytes:
    return document().replace(b"/Length 1", b"/Length 4 0 R/Other 1")


def outline_in_a_ring() -> bytes:
    return document(
        catalog=b"/Outlines 6 0 R",
        more=[
            b"<</First 7 0 R/Last 7 0 R/Count 9>>",
            b"<</Title(a)/Parent 6 0 R/Next 7 0 R/First 7 0 R/Prev 7 0 R>>",
        ],
    )


def type3_in_a_ring() -> bytes:
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 7 0 R>>"
        b"/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[9]/Resources<</Font<</F2 6 0 R>>>>>>"
    )
    glyph = (b"", b"9 0 0 0 9 9 d1 BT /F2 9 Tf (aaaa) Tj ET")
    return document((b"", b"BT /F2 9 Tf (aaaa) Tj ET"), resources=b"/Font<</F2 6 0 R>>", more=[font, glyph])


def pattern_in_a_ring() -> bytes:
    pattern = (
        b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep .001/YStep .001"
        b"/Resources<</Pattern<</P 6 0 R>>>>",
        b"/Pattern cs /P scn 0 0 600 800 re f",
    )
    drawn = (b"", b"/Pattern cs /P scn 0 0 600 800 re f\n" + shown())
    return document(drawn, resources=b"/Pattern<</P 6 0 R>>", more=[pattern])


def giant_box(size: bytes = b"1e9") -> bytes:
    return document(box=b"[0 0 %s %s]" % (size, size))


def box_of_no_numbers() -> bytes:
    return document(box=b"[(a) /b null 1e400]")


def turned_box() -> bytes:
    return document(box=b"[595 842 0 0]")


def empty_box() -> bytes:
    return document(box=b"[0 0 0 0]")


def huge_unit() -> bytes:
    return document(page=b"/UserUnit 75000")


def odd_turn() -> bytes:
    return document(page=b"/Rotate 45")


def turned() -> bytes:
    return document(page=b"/Rotate 90")


def scripts_and_links() -> bytes:
    """Everything that a viewer might be talked into doing."""
    actions = (
        b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\);this.submitForm\\('http://127.0.0.1:9/js'\\))>>"
        b"/AA<</WC<</S/Launch/F(/bin/touch)/Win<</F(cmd.exe)>>>>>>"
        b"/AcroForm<</XFA 6 0 R/Fields[]>>/Names<</EmbeddedFiles<</Names[(a.exe) 7 0 R]>>>>"
    )
    annots = (
        b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 600 900]/A<</S/URI/URI(http://127.0.0.1:9/uri)>>>>"
        b"<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/FS 7 0 R>>]"
        b"/AA<</O<</S/GoToR/F(/etc/passwd)/D[0/Fit]>>>>"
    )
    xfa = (b"", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xdp>&a;</xdp>')
    return document(
        catalog=actions,
        page=annots,
        more=[xfa, b"<</Type/Filespec/F(a.exe)/EF<</F 8 0 R>>>>", (b"/Type/EmbeddedFile", b"MZ")],
    )


def content_elsewhere(path: bytes = b"/etc/passwd") -> bytes:
    """A page whose drawing is said to stand in another file."""
    return document((b"/F(%s)/FFilter[]" % path, b""))


def steering_words() -> bytes:
    """Words that would steer a terminal, a browser or a spreadsheet."""
    return document(
        (
            b"",
            shown(
                (
                    *WORDS[:2],
                    "1. <script>alert(1)</script>",
                    "Beslutning:",
                    '=HYPERLINK("http://127.0.0.1/")',
                    "2. Sagen \x1b]0;owned\x07\x1b[2J",
                    "Beslutning:",
                    "+1+1;=2+2",
                    "3. ../../etc/passwd'; DROP TABLE items; --",
                    "Beslutning:",
                    "@SUM(A1) <b>Godkendt</b>",
                )
            ),
        )
    )


def junk_before() -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n" + document()


def web_page() -> bytes:
    return b"<!DOCTYPE html><html><title>404</title><p>Siden findes ikke</p></html>"


def head_alone() -> bytes:
    return b"%PDF-1.7\n"


def nothing() -> bytes:
    return b""


def zeros() -> bytes:
    return b"\0" * 10_000


def head_and_noise() -> bytes:
    return b"%PDF-1.4\n" + bytes((n * n * 31 + n) % 251 for n in range(50_000))


def portfolio() -> bytes:
    return document(
        catalog=b"/Collection<</Type/Collection>>/Names<</EmbeddedFiles<</Names[(a.pdf) 6 0 R]>>>>",
        more=[b"<</Type/Filespec/F(a.pdf)/EF<</F 7 0 R>>>>", (b"/Type/EmbeddedFile", document())],
    )


def encrypted_with_an_unknown_filter() -> bytes:
    whole = document()
    return whole.replace(b"/Root", b"/Encrypt<</Filter/Unknown/V 9>>/ID[(a)(b)]/Root")


HAND_MADE: dict[str, Callable[[], bytes]] = {
    made.__name__: made
    for made in (
        form_twice, forms_in_a_ring, forms_doubling, one_spot, one_string, many_words, inflating_page,
        inflating_twice, inflating_paths, inflating_map, huge_picture, many_objects, deep_arrays,
        deep_dictionaries, deep_content, deep_tree, tree_in_a_ring, wide_tree, count_lies, no_pages,
        table_in_a_ring, length_in_a_ring, outline_in_a_ring, type3_in_a_ring, pattern_in_a_ring, giant_box,
        box_of_no_numbers, turned_box, empty_box, huge_unit, odd_turn, turned, scripts_and_links,
        content_elsewhere, steering_words, junk_before, web_page, head_alone, nothing, zeros, head_and_noise,
        portfolio, encrypted_with_an_unknown_filter,
    )
}  # fmt: skip
