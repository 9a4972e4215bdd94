"""Odd fonts, drawings and pictures, as other projects keep them: a name, and the bytes."""

import base64
import zlib

from mutants.by_hand import WORDS, document, line_at, pdf, shown

PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"


def _in_font(font: bytes, *more: object, drawn: bytes = shown()) -> bytes:
    """The usual words in another font (object 5); further objects from 6 on."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE,
        (b"", drawn),
        font,
    ]
    return pdf([*objects, *more])  # type: ignore[list-item]


_CID = b"<</Type/Font/Subtype/Type0/BaseFont/Arial/Encoding/%s/DescendantFonts[6 0 R]%s>>"
_DESCENDANT = (
    b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Arial"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(%s)/Supplement 0>>>>"
)
_CODES = b"BT /F1 12 Tf 60 700 Td <00240025002600270028> Tj ET"
_MAPPED = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>"


def _map(to: bytes) -> tuple[bytes, bytes]:
    return b"", (
        b"/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"1 beginbfrange <20> <7E> <%s> endbfrange endcmap" % to
    )


FONTS: dict[str, bytes] = {
    f"font {name}": made
    for name, made in {
        "null": _in_font(b"null"),
        "a number": _in_font(b"7"),
        "empty": _in_font(b"<<>>"),
        "of no kind": _in_font(b"<</Type/Font/Subtype/Nonsense/BaseFont/X>>"),
        "of odd parts": _in_font(
            b"<</Type/Font/Subtype/TrueType/BaseFont(a)/Encoding 7/FirstChar -9/LastChar 99999/Widths(a)"
            b"/FontDescriptor<</Flags(a)/FontBBox null/FontFile2 4 0 R/MissingWidth 1e30>>>>"
        ),
        "of wide letters": _in_font(
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 126/Widths[%s]>>"
            % (b"99999999 " * 95)
        ),
        "of letters without width": _in_font(
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 126/Widths[%s]>>"
            % (b"0 " * 95)
        ),
        "of letters that go back": _in_font(
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 32/LastChar 126/Widths[%s]>>"
            % (b"-600 " * 95)
        ),
        "drawn": _in_font(
            b"<</Type/Font/Subtype/Type3/FontBBox[0 0 0 0]/FontMatrix[0 0 0 0 0 0]/CharProcs<</a 4 0 R>>"
            b"/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[9]>>"
        ),
        "a program that is none": _in_font(
            b"<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor<</Type/FontDescriptor/FontFile2 6 0 R>>>>",
            (b"/Length1 400", b"\0\1\0\0" + bytes(range(256)) * 2),
        ),
        "without meanings": _in_font(_CID % (b"Identity-H", b""), _DESCENDANT % b"Identity", drawn=_CODES),
        "set upright": _in_font(_CID % (b"Identity-V", b""), _DESCENDANT % b"Identity", drawn=_CODES),
        "of Japan": _in_font(_CID % (b"90ms-RKSJ-V", b""), _DESCENDANT % b"Japan1", drawn=_CODES),
        "of an unknown table": _in_font(_CID % (b"Nonsense-H", b""), _DESCENDANT % b"Nonsense", drawn=_CODES),
        "without the one below": _in_font(
            b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H>>", drawn=_CODES
        ),
        "below itself": _in_font(
            b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding 5 0 R/DescendantFonts[5 0 R]/ToUnicode 5 0 R>>"
        ),
        "that means nothing": _in_font(_MAPPED, _map(b"0000")),
        "that means half letters": _in_font(_MAPPED, _map(b"D800")),
        "that means right to left": _in_font(_MAPPED, _map(b"0620")),
        "that means steering": _in_font(_MAPPED, _map(b"0001")),
        "that means private letters": _in_font(_MAPPED, _map(b"E000")),
        "that means letters beyond": _in_font(_MAPPED, _map(b"D83DDE00")),
        "that means spaces": _in_font(_MAPPED, _map(b"2000")),
        "that means long words": _in_font(_MAPPED, _map(b"0061" * 500)),
        "that means figures": _in_font(_MAPPED, _map(b"00B2")),
        "whose meanings use themselves": _in_font(
            _MAPPED, (b"/UseCMap 6 0 R", b"/X usecmap begincmap endcmap")
        ),
    }.items()
}


def _drawn(content: bytes, resources: bytes = b"", *more: object) -> bytes:
    return document((b"", content), resources=resources, more=more)  # type: ignore[arg-type]


def _filtered(entries: bytes, content: bytes) -> bytes:
    return document((entries, content))


def _text(operators: bytes) -> bytes:
    return _drawn(b"BT /F1 12 Tf 60 700 Td " + operators + b" (Referat 1. Godkendt) Tj ET\n" + shown())


def _letter_by_letter() -> bytes:
    return _drawn(
        b"\n".join(
            line_at(letter, 60 + 7 * x, 760 - 24 * y, 12)
            for y, line in enumerate(WORDS)
            for x, letter in enumerate(line)
        )
    )


DRAWINGS: dict[str, bytes] = {
    f"drawing {name}": made
    for name, made in {
        "missing": document(b"null"),
        "a number": document(b"7"),
        "of nothing": _drawn(b""),
        "a list of anything": document(b"[null 7 [4 0 R] 5 0 R 99 0 R <<>>]"),
        "a list of itself": document(b"[4 0 R 4 0 R]"),
        "unbalanced": _drawn(b"Q " * 5000 + b"BT BT ET ET ET " + shown() + b" q" * 5000 + b" ]]>>)"),
        "with an open string": _drawn(shown() + b"\nBT /F1 9 Tf (never closed \\"),
        "with an open picture": _drawn(shown() + b"\nBI /W 9 /H 9 ID \1\2\3"),
        "with a picture of no size": _drawn(shown() + b"\nBI /W 0 /H -4 /BPC 99 /CS /Z ID abc EI"),
        "of long numbers": _drawn(
            b"9" * 4000 + b" 0 0 -" + b"9" * 400 + b" .%s1 0 cm " % (b"0" * 400) + shown()
        ),
        "of operators without operands": _drawn(
            b"cm Tf Tm TJ Tj ' \" re c gs Do sh scn BDC DP d w " + shown()
        ),
        "of things that are not there": _drawn(
            b"/X Do /G gs /P sh /C cs /F9 9 Tf BT /F9 9 Tf (a) Tj ET " + shown()
        ),
        "moved to nowhere": _drawn(b"1 0 0 1 1e38 1e38 cm " + shown()),
        "flattened": _drawn(b"0 0 0 0 0 0 cm " + shown()),
        "mirrored": _drawn(b"-1 0 0 1 595 0 cm " + shown()),
        "upside down": _drawn(b"-1 0 0 -1 595 842 cm " + shown()),
        "on its side": _drawn(b"0 1 -1 0 595 0 cm " + shown()),
        "aslant": _drawn(b".7 .7 -.7 .7 300 0 cm " + shown()),
        "scaled up": _drawn(b"1e6 0 0 1e6 0 0 cm " + shown()),
        "scaled down": _drawn(b"1e-6 0 0 1e-6 0 0 cm " + shown()),
        "text of no size": _text(b"/F1 0 Tf"),
        "text of negative size": _text(b"/F1 -12 Tf"),
        "text of giant size": _text(b"/F1 1e9 Tf"),
        "text not stretched": _text(b"0 Tz"),
        "text spaced far": _text(b"1e9 Tc -1e9 Tw 1e9 TL T*"),
        "text unseen": _text(b"3 Tr"),
        "text of an odd mode": _text(b"99 Tr"),
        "text as a clip": _text(b"7 Tr"),
        "text all over the page": _drawn(
            b"\n".join(
                line_at(f"{n}. Sag", n * 37 % 900 - 99, n * 91 % 1200 - 99, n % 40) for n in range(400)
            )
        ),
        "letter by letter": _letter_by_letter(),
        "of control letters": _drawn(
            b"BT /F1 12 Tf 60 700 Td (\0\1\2\3\4\5\6\7\10\13\14\16\33[2J\177\201\215) Tj ET"
        ),
        "hidden by a layer": document(
            (b"", b"/OC /L BDC\n" + shown() + b"\nEMC"),
            resources=b"/Properties<</L 6 0 R>>",
            catalog=b"/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]/Order[[[[6 0 R]]]]>>>>",
            more=[b"<</Type/OCG/Name(\376\377\330\0)>>"],
        ),
        "with other words in its stead": _drawn(
            b"/Span<</ActualText(\376\377\330\0\0a\0\0)>>BDC\n" + shown() + b"\nEMC"
        ),
        "of endless dashes": _drawn(b"[.0001 .0001] 0 d 1 w 0 0 m 500000 500000 l S " + shown()),
        "of a mask of itself": _drawn(
            b"/G gs " + shown(),
            b"/ExtGState<</G 6 0 R>>",
            b"<</SMask<</S/Alpha/G 7 0 R>>>>",
            (
                b"/Subtype/Form/BBox[0 0 600 900]/Group<</S/Transparency>>/Resources<</ExtGState<</G 6 0 R>>>>",
                b"/G gs 0 0 600 900 re f",
            ),
        ),
        "of a shade of odd functions": _drawn(
            b"/S sh " + shown(),
            b"/Shading<</S<</ShadingType 1/ColorSpace/DeviceRGB/Function 6 0 R>>>>",
            (
                b"/FunctionType 4/Domain[0 1 0 1]/Range[0 1 0 1 0 1]",
                b"{ 1 0 div sqrt -1 ln 0 index 99 copy 1e9 roll }",
            ),
        ),
        "of stitched functions": _drawn(
            b"/S sh " + shown(),
            b"/Shading<</S<</ShadingType 2/Coords[0 0 9 9]/ColorSpace/DeviceGray/Function 6 0 R>>>>",
            b"<</FunctionType 3/Domain[0 1]/Bounds[]/Encode[0 1]/Functions[6 0 R]>>",
        ),
        "in colours of themselves": _drawn(
            b"/C cs 1 scn " + shown(), b"/ColorSpace<</C 6 0 R>>", b"[/Indexed 6 0 R 255 6 0 R]"
        ),
        "unflated halfway": _filtered(b"/Filter/FlateDecode", zlib.compress(shown())[:-30]),
        "through a filter of no name": _filtered(b"/Filter/Nonsense", shown()),
        "through Brotli": _filtered(b"/Filter/BrotliDecode", shown()),
        "through a filter that is a number": _filtered(b"/Filter 7/DecodeParms 8", shown()),
        "through five hundred filters": _filtered(b"/Filter[%s]" % (b"/ASCIIHexDecode " * 500), b"41>"),
        "through a wide predictor": _filtered(
            b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 1000000000/Colors 99/BitsPerComponent 99>>",
            zlib.compress(shown()),
        ),
        "through a predictor of nothing": _filtered(
            b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 0/Colors 0/BitsPerComponent 0>>",
            zlib.compress(shown()),
        ),
        "through LZW": _filtered(b"/Filter/LZWDecode", bytes(range(256)) * 20),
        "through run lengths": _filtered(b"/Filter/RunLengthDecode", b"\201x" * 500),
        "in eighty-five letters": _filtered(
            b"/Filter/ASCII85Decode", b"<~" + base64.a85encode(shown()) + b"~>"
        ),
        "in eighty-five wrong letters": _filtered(b"/Filter/ASCII85Decode", b"<~vwxyz{|}zzzz!~>"),
        "in odd figures": _filtered(b"/Filter/ASCIIHexDecode", shown().hex().encode() + b"G0>"),
    }.items()
}


def _picture(entries: bytes, content: bytes, *more: object) -> bytes:
    picture = (b"/Type/XObject/Subtype/Image" + entries, content)
    return _drawn(b"q 500 0 0 700 50 50 cm /X Do Q\n", b"/XObject<</X 6 0 R>>", picture, *more)


PICTURES: dict[str, bytes] = {
    f"picture {name}": made
    for name, made in {
        "of bits": _picture(b"/Width 99/Height 9/BitsPerComponent 1/ColorSpace/DeviceGray", b"\xaa\x55" * 60),
        "of one dot": _picture(b"/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB", b"\0\0\0"),
        "of no size": _picture(b"/Width 0/Height 0/BitsPerComponent 8/ColorSpace/DeviceRGB", b""),
        "of negative size": _picture(b"/Width -9/Height -9/BitsPerComponent 8/ColorSpace/DeviceRGB", b"abc"),
        "of giant size": _picture(
            b"/Width 2147483647/Height 2147483647/BitsPerComponent 16/ColorSpace/DeviceCMYK", b"abc"
        ),
        "of broken JBIG2": _picture(
            b"/Width 99/Height 99/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode",
            bytes(range(200)),
        ),
        "of broken JPX": _picture(
            b"/Width 99/Height 99/Filter/JPXDecode", b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(range(200))
        ),
        "of broken JPEG": _picture(
            b"/Width 99/Height 99/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode",
            b"\xff\xd8\xff\xe0" + bytes(range(200)),
        ),
        "of broken fax": _picture(
            b"/Width 99/Height 99/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode"
            b"/DecodeParms<</K -1/Columns 2000000000/Rows -5>>",
            bytes(range(200)),
        ),
        "masked by itself": _picture(
            b"/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/SMask 6 0 R/Mask 6 0 R", b"a" * 81
        ),
        "in colours of nothing": _picture(
            b"/Width 9/Height 9/BitsPerComponent 8/ColorSpace[/Separation/a/DeviceN null]/Decode[9 -9]",
            b"a" * 81,
        ),
        "in colours of a broken profile": _picture(
            b"/Width 9/Height 9/BitsPerComponent 8/ColorSpace[/ICCBased 7 0 R]",
            b"a" * 243,
            (b"/N 3", b"abc" * 50),
        ),
    }.items()
}
