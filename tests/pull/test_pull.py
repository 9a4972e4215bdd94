"""Pulling files from folders and lists of addresses, from a server that behaves well and badly."""

import gzip
import json
import re
import socket
import sqlite3
import subprocess
import sys
import threading
import time
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from pipeline.batch.pull import read_sources
from pipeline.batch.pull.client import retry_after
from pipeline.batch.pull.hosts import Clock, Stopped
from pipeline.batch.pull.names import LONGEST, name_of, safe_name
from pipeline.batch.pull.sources import KINDS, Sources
from pipeline.cli import main
from pipeline.errors import ExitCode, OutputError, WrongSources


def rows(pulls, query):
    with sqlite3.connect(pulls.folder / "hentet" / "manifest.db") as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(query)]


def why(report):
    return [str(one.why) for one in report.outcomes if one.became == "failed"]


def told(report):
    return [one.became for one in report.outcomes]


# What comes, and what is kept of it


def test_addresses_are_fetched_and_accounted_for(server, pulls, made):
    address = server.put("/a/referat_2016-09-28.pdf", made.says(body=made.pdf(), headers={"ETag": '"1"'}))
    report = pulls.addresses(address, head='contact = "arkiv@granholm.example"\n')
    assert told(report) == ["fetched"] and report.exit_code == ExitCode.ok
    assert pulls.files == {"kilde/referat_2016-09-28.pdf": made.pdf()}
    (row,) = rows(pulls, "SELECT * FROM files")
    assert row["address"] == row["final_address"] == address
    assert (row["status"], row["bytes"], len(row["sha256"])) == (200, len(made.pdf()), 64)
    assert json.loads(row["headers"])["etag"] == '"1"' and row["fetched_at"].endswith("Z")
    agent = server.headers["/a/referat_2016-09-28.pdf"][0]["User-Agent"]
    assert agent.startswith("udvalgsarkiv/") and agent.endswith("(+arkiv@granholm.example)")


def test_what_is_there_whole_is_not_fetched_again_and_what_was_damaged_is(server, pulls, made):
    address = server.put("/a.pdf", made.pdf())
    pulls.addresses(address)
    assert told(pulls.addresses(address)) == ["unchanged"] and server.count("/a.pdf") == 1
    file = pulls.folder / "hentet" / "kilde" / "a.pdf"
    file.write_bytes(b"%PDF-1.4 half")
    assert told(pulls.addresses(address)) == ["fetched"] and file.read_bytes() == made.pdf()
    file.unlink()
    assert told(pulls.addresses(address)) == ["fetched"] and pulls.files == {"kilde/a.pdf": made.pdf()}


def test_recheck_asks_conditionally(server, pulls, made):
    stamp = "Wed, 28 Sep 2016 10:00:00 GMT"
    headers = {"ETag": '"v1"', "Last-Modified": stamp}
    address = server.put(
        "/a.pdf",
        made.says(body=made.pdf(), headers=headers),
        made.says(304, headers={"Content-Length": None}),
    )
    pulls.addresses(address)
    assert told(pulls.addresses(address, recheck=True)) == ["unchanged"]
    second = server.headers["/a.pdf"][1]
    assert (second["If-None-Match"], second["If-Modified-Since"]) == ('"v1"', stamp)


def test_a_new_version_leaves_the_old_one(server, pulls, made):
    address = server.put("/a.pdf", made.pdf("dagsorden"), made.pdf("referat"))
    pulls.addresses(address)
    assert told(pulls.addresses(address, recheck=True)) == ["fetched"]
    assert sorted(pulls.files.values()) == sorted([made.pdf("dagsorden"), made.pdf("referat")])
    assert [row["newest"] for row in rows(pulls, "SELECT newest FROM files ORDER BY rowid")] == [0, 1]
    assert told(pulls.addresses(address)) == ["unchanged"]


def test_two_contents_with_one_name_are_two_files(server, pulls, made):
    paths = ["/a/x.pdf", "/b/x.pdf", "/c/X.PDF", "/d/x.pdf"]
    bodies = [made.pdf("1"), made.pdf("2"), made.pdf("3"), made.pdf("1")]
    addresses = [server.put(path, body) for path, body in zip(paths, bodies, strict=True)]
    assert told(pulls.addresses(*addresses)) == ["fetched"] * 4
    assert sorted(pulls.files.values()) == sorted(bodies)
    assert len({name.casefold() for name in pulls.files}) == 4
    assert told(pulls.addresses(*addresses)) == ["unchanged"] * 4


def test_a_file_that_was_there_before_is_left_alone(server, pulls, made):
    own = pulls.folder / "hentet" / "kilde" / "a.pdf"
    own.parent.mkdir(parents=True)
    own.write_bytes(b"mine")
    pulls.addresses(server.put("/a.pdf", made.pdf()))
    assert own.read_bytes() == b"mine" and made.pdf() in pulls.files.values()


# Servers that behave badly


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("form", ["seconds", "date"])
def test_a_busy_server_is_given_the_time_it_asks_for(server, pulls, clock, made, status, form):
    at = datetime.now(UTC) + timedelta(seconds=120)
    after = "7" if form == "seconds" else format_datetime(at, usegmt=True)
    address = server.put("/a.pdf", made.says(status, headers={"Retry-After": after}), made.pdf())
    assert told(pulls.addresses(address)) == ["fetched"]
    longest = max(clock.waits)
    assert longest == 7 if form == "seconds" else 100 < longest <= 120


def test_a_server_that_wants_to_be_left_alone_for_long_is(server, pulls, clock, made):
    busy = server.put("/a.pdf", made.says(429, headers={"Retry-After": "86400"}))
    report = pulls.addresses(busy, server.put("/b.pdf", made.pdf()))
    assert (
        why(report) == ["failing", "failing"]
        and server.asked.count("/a.pdf") == 1
        and "/b.pdf" not in server.asked
    )
    assert sum(clock.waits) < 600 and "24.0 hours" in report.outcomes[0].reason


@pytest.mark.parametrize("status", [500, 502, 504])
def test_a_failure_in_passing_is_tried_again(server, pulls, made, status):
    address = server.put("/a.pdf", made.says(status, "<html>sorry</html>"), made.pdf())
    assert told(pulls.addresses(address)) == ["fetched"]


def test_a_failure_that_stays_is_put_down_after_so_many_tries(server, pulls, clock, made):
    address = server.put("/a.pdf", made.says(500))
    report = pulls.addresses(address, head="tries = 3\n")
    assert why(report) == ["failing"] and server.count("/a.pdf") == 3 and report.exit_code == ExitCode.source
    (row,) = rows(pulls, "SELECT * FROM missing")
    assert (row["address"], row["status"], row["why"]) == (address, 500, "failing")
    assert clock.waits[-1] > clock.waits[-3] > 0.9  # each wait is longer
    server.put("/a.pdf", made.pdf())
    pulls.addresses(address)
    assert rows(pulls, "SELECT * FROM missing") == []


@pytest.mark.parametrize("length_told", [True, False])
def test_a_cut_line_is_tried_again_and_half_a_file_never_stays(server, pulls, made, length_told):
    whole = made.pdf("x" * 5000)
    address = server.put("/a.pdf", made.cut(whole, 3000, told=length_told), whole)
    assert told(pulls.addresses(address)) == ["fetched"] and pulls.files == {"kilde/a.pdf": whole}
    address = server.put("/b.pdf", made.cut(whole, 3000, told=length_told))
    assert why(pulls.addresses(address)) == ["failing"]
    assert pulls.files == {"kilde/a.pdf": whole}


def test_a_line_that_says_nothing_is_given_up(server, pulls, made):
    def silent(handler):
        handler.connection.settimeout(0.5)
        handler.rfile.read(1)

    address = server.put("/a.pdf", silent)
    report = pulls.addresses(address, head="timeout = 0.05\ntries = 2\n")
    assert why(report) == ["failing"] and "says nothing within 0.05 s" in report.outcomes[0].reason


def test_a_file_that_comes_too_slowly_is_given_up(server, pulls, clock, made):
    address = server.put("/a.pdf", made.pdf())
    clock.pace = 100
    assert why(pulls.addresses(address, head="time_limit = 60\n")) == ["too-slow"] and pulls.files == {}


@pytest.mark.parametrize(
    ("body", "looks"),
    [
        (b"<!DOCTYPE html><html><body>Siden findes ikke</body></html>", "a page of HTML"),
        (b"", "empty"),
        (b"PK\x03\x04word", "a zip file"),
        (b"\xef\xbb\xbf  <HTML>", "a page of HTML"),
        (b'{"Message": "An error has occurred."}', "something else"),
    ],
)
def test_something_else_than_a_pdf_is_no_file(server, pulls, made, body, looks):
    report = pulls.addresses(server.put("/a.pdf", made.says(body=body, kind="application/pdf")))
    assert why(report) == ["wrong-type"] and looks in report.outcomes[0].reason and pulls.files == {}


def chunked(*pieces, headers=None):
    def answer(handler):
        handler.send_response(200)
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for piece in pieces:
            handler.wfile.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
        handler.wfile.write(b"0\r\n\r\n")

    return answer


def test_what_is_too_large_is_not_taken_whatever_the_server_says(server, pulls, made):
    large = made.pdf("x" * 20_000)
    report = pulls.addresses(
        server.put("/told.pdf", large),
        server.put("/chunks.pdf", chunked(*[large] * 50)),
        server.put(
            "/bomb.pdf",
            made.says(
                body=gzip.compress(made.pdf() + bytes(50_000_000)), headers={"Content-Encoding": "gzip"}
            ),
        ),
        head="max_megabytes = 0.01\n",
    )
    assert why(report) == ["too-large"] * 3 and pulls.files == {}


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_compressed_file_comes_whole(server, pulls, made, encoding):
    body = made.pdf("ord " * 40_000)
    packed = gzip.compress(body) if encoding == "gzip" else zlib.compress(body)
    address = server.put("/a.pdf", made.says(body=packed, headers={"Content-Encoding": encoding}))
    assert told(pulls.addresses(address)) == ["fetched"] and list(pulls.files.values()) == [body]
    half = server.put("/b.pdf", made.says(body=packed[:-20], headers={"Content-Encoding": encoding}))
    assert why(pulls.addresses(half, head="tries = 2\n")) == ["failing"] and server.count("/b.pdf") == 2


def test_an_encoding_nobody_asked_for_is_refused(server, pulls, made):
    address = server.put("/a.pdf", made.says(body=made.pdf(), headers={"Content-Encoding": "br"}))
    assert why(pulls.addresses(address)) == ["wrong-type"]


# Where it leads


def test_redirects_are_followed_and_put_down(server, pulls, made):
    address = server.put("/a", made.says(302, headers={"Location": "/b?x-amz-signature=secret"}))
    server.put("/b?x-amz-signature=secret", made.pdf())
    assert told(pulls.addresses(address)) == ["fetched"] and pulls.files == {"kilde/a.pdf": made.pdf()}
    (row,) = rows(pulls, "SELECT final_address FROM files")
    assert row["final_address"] == f"{server.origin}/b"


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("/a.pdf", "redirects"),
        ("file:///etc/passwd", "address"),
        ("ftp://127.0.0.1/x", "address"),
        ("http://user:word@127.0.0.1/x", "address"),
        ("http://[::1", "failing"),
        ("http://169.254.169.254/latest/meta-data", "private"),
        ("http://[::ffff:169.254.169.254]/", "private"),
        ("http://[fe80::1]/", "private"),
        ("http://0.0.0.0/", "private"),
        ("http://224.0.0.1/", "private"),
    ],
)
def test_a_redirect_that_leads_astray_is_not_followed(server, pulls, made, location, reason):
    address = server.put("/a.pdf", made.says(302, headers={"Location": location}))
    assert why(pulls.addresses(address)) == [reason]


def test_this_machine_is_not_asked_unless_that_is_allowed(server, pulls, made):
    address = server.put("/a.pdf", made.pdf())
    report = pulls.addresses(address, allow_private=False)
    assert (
        why(report) == ["private"]
        and server.asked == []
        and "allow_private = true" in report.outcomes[0].reason
    )
    source = f'name = "kilde"\nkind = "addresses"\naddresses = ["{address}"]\nallow_private = true'
    assert told(pulls(source, allow_private=False)) == ["fetched"]


@pytest.mark.parametrize(
    "spelling",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "2130706433",
        "0x7f.1",
        "[::ffff:127.0.0.1]",
        "10.0.0.1",
        "[fd00::1]",
    ],
)
def test_a_private_address_is_known_however_it_is_written(pulls, spelling):
    assert why(pulls.addresses(f"http://{spelling}:9/a.pdf", allow_private=False)) == ["private"]


def test_it_is_the_address_that_is_connected_to_that_counts(server, pulls, made, monkeypatch):
    """A name that is public when first asked for and private at the next look-up: it is looked up just once a connection."""
    answers = iter(["93.184.216.34"])
    connected = []

    def looked_up(host, port, *_, **__):
        ip = next(answers, "127.0.0.1")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]

    def connect(address, *_, **__):
        connected.append(address[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    monkeypatch.setattr(socket, "create_connection", connect)
    report = pulls.addresses("http://skifter.example/a.pdf", allow_private=False, head="tries = 2\n")
    assert connected == ["93.184.216.34"] and why(report) == ["private"]


# Manners


def test_one_machine_is_asked_at_its_rate(server, pulls, clock, made):
    addresses = [server.put(f"/{n}.pdf", made.pdf(str(n))) for n in range(4)]
    pulls.addresses(*addresses, head="rate = 0.5\n")
    assert clock.waits == pytest.approx([2.0] * 4)  # robots.txt was the first of five


def test_robots_txt_is_kept_to(server, pulls, clock, made):
    server.put("/robots.txt", made.says(body="User-agent: *\nDisallow: /lukket/\nCrawl-delay: 20\n"))
    closed, opened = server.put("/lukket/a.pdf", made.pdf()), server.put("/b.pdf", made.pdf())
    report = pulls.addresses(closed, opened)
    assert told(report) == ["failed", "fetched"] and why(report) == ["robots"]
    assert server.asked == ["/robots.txt", "/b.pdf"] and max(clock.waits) == 20


def test_a_redirect_into_what_robots_txt_forbids_is_not_followed(server, pulls, made):
    server.put("/robots.txt", made.says(body="User-agent: udvalgsarkiv\nDisallow: /lukket/\n"))
    server.put("/lukket/a.pdf", made.pdf())
    address = server.put("/a.pdf", made.says(302, headers={"Location": "/lukket/a.pdf"}))
    assert why(pulls.addresses(address)) == ["robots"] and "/lukket/a.pdf" not in server.asked


def test_where_robots_txt_cannot_be_had_nothing_is_asked(server, pulls, made):
    server.put("/robots.txt", made.says(503))
    assert (
        why(pulls.addresses(server.put("/a.pdf", made.pdf()))) == ["robots"] and "/a.pdf" not in server.asked
    )


def test_a_delay_without_end_is_not_waited_for(server, pulls, clock, made):
    server.put("/robots.txt", made.says(body="User-agent: *\nCrawl-delay: 1e12\n"))
    assert why(pulls.addresses(server.put("/a.pdf", made.pdf()))) == ["robots"] and sum(clock.waits) < 10


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        ("soon", None),
        ("", None),
        (None, None),
        ("-5", None),
        ("Wed, 28 Sep 2016 10:01:00 GMT", 60.0),
    ],
)
def test_retry_after_in_every_form(words, seconds):
    assert retry_after(words, datetime(2016, 9, 28, 10, 0, tzinfo=UTC)) == seconds


# Folders


def test_a_folder_is_copied_with_its_folders(pulls, made):
    share = pulls.folder / "drev"
    (share / "2016" / "bilag").mkdir(parents=True)
    (share / "2016" / "referat.PDF").write_bytes(made.pdf("a"))
    (share / "2016" / "bilag" / "notat.pdf").write_bytes(made.pdf("b"))
    (share / "2016" / "falsk.pdf").write_bytes(b"<html>")
    (share / "noter.txt").write_text("nej")
    source = 'name = "drev"\nkind = "folder"\npath = "drev"'
    report = pulls(source)
    assert pulls.files == {"drev/2016/referat.pdf": made.pdf("a"), "drev/2016/bilag/notat.pdf": made.pdf("b")}
    assert why(report) == ["wrong-type"] and report.exit_code == ExitCode.source
    assert sorted(told(pulls(source))) == ["failed", "unchanged", "unchanged"]
    (share / "2016" / "referat.PDF").write_bytes(made.pdf("ny"))
    assert sorted(told(pulls(source))) == ["failed", "fetched", "unchanged"]


def test_the_folder_itself_is_not_pulled_into_itself(pulls, made):
    (pulls.folder / "a.pdf").write_bytes(made.pdf())
    source = 'name = "her"\nkind = "folder"\npath = "."'
    assert told(pulls(source)) == ["fetched"] and told(pulls(source)) == ["unchanged"]


def test_a_source_that_fails_stops_no_other(server, pulls, made):
    report = pulls(
        'name = "drev"\nkind = "folder"\npath = "/findes/ikke"',
        f'name = "net"\nkind = "addresses"\naddresses = ["{server.put("/a.pdf", made.pdf())}"]',
        'name = "liste"\nkind = "addresses"\nfile = "mangler.txt"',
    )
    assert told(report) == ["failed", "fetched", "failed"]
    assert "drev: /findes/ikke: there is no such folder" in report.outcomes[0].reason
    assert {row["address"] for row in rows(pulls, "SELECT address FROM missing")} == {
        "/findes/ikke",
        "mangler.txt",
    }


def test_a_file_of_addresses(server, pulls, made):
    address = server.put("/referat_2016-09-28.pdf", made.pdf())
    (pulls.folder / "liste.txt").write_text(
        f"# referater\n\n{address}\n{address}\nfile:///etc/passwd\n", encoding="utf-8"
    )
    source = 'name = "liste"\nkind = "addresses"\nfile = "liste.txt"'
    report = pulls(source)
    assert told(report) == ["fetched", "failed"] and why(report) == ["address"]
    assert pulls(source + "\nsince = 2017-01-01").count("unchanged") == 0


# Names


@pytest.mark.parametrize(
    ("address", "disposition", "name"),
    [
        ("https://x.example/referat.pdf?id=1#side", None, "referat.pdf"),
        ("https://x.example/a/..%2f..%2fetc%2fpasswd", None, "_.._etc_passwd.pdf"),
        ("https://x.example/%2e%2e", None, "unnamed.pdf"),
        ("https://x.example/", None, "x.example.pdf"),
        ("https://x.example/bilag/7", 'attachment; filename="../../ond.pdf"', "ond.pdf"),
        ("https://x.example/bilag/7", "attachment; filename*=UTF-8''%C3%98konomi.pdf", "Økonomi.pdf"),
        ("https://x.example/CON.pdf", None, "_CON.pdf"),
        ("https://x.example/com1.x.pdf", None, "_com1.x.pdf"),
        ("https://x.example/-rf.pdf", None, "_-rf.pdf"),
        ("https://x.example/a%00b%0ac%e2%80%aed.pdf", None, "ab cd.pdf"),
        ("https://x.example/O%CC%88.pdf", None, "Ö.pdf"),
        ("https://x.example/a:b*c?.pdf", None, "a_b_c.pdf"),
        ("https://x.example/%F8konomi.pdf", None, "\ufffdkonomi.pdf"),
    ],
)
def test_names_from_the_net(address, disposition, name):
    assert name_of(address, disposition) == name


@given(st.text(max_size=400))
def test_any_words_become_a_harmless_name(words):
    name = safe_name(words, ".pdf")
    assert (
        name.endswith(".pdf") and len(name.encode()) <= LONGEST + 5 and not name.startswith((".", "-", " "))
    )
    assert not set(name) & set('/\\:*?"<>|\0\n\r\t') and name.isprintable() | (not name.isascii())
    assert safe_name(name, ".pdf") == name


# The file of sources


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("folder = ", "is no TOML"),
        ('folder = "x"', "`source`: is missing"),
        ('folder = "x"\nsource = []', "at least 1"),
        ('folder = "x"\n[[source]]\nname = "a"', "source 1 (“a”): needs `kind`, one of folder, addresses, listing, site"),
        ('folder = "x"\n[[source]]\nname = "a"\nkind = "ftp"', "`kind` must be one of"),
        ('folder = "x"\n[[source]]\nname = "a"\nkind = "folder"\npth = "y"', "did you mean `path`?"),
        ('folder = "x"\nraet = 1\n[[source]]\nname = "a"\nkind = "folder"\npath = "y"', "`raet`: there is no such key; did you mean `rate`?"),
        ('folder = "x"\nrate = 0\n[[source]]\nname = "a"\nkind = "folder"\npath = "y"', "`rate`: Input should be greater than 0"),
        ('folder = "x"\n[[source]]\nname = "a"\nkind = "site"\naddress = "ftp://x"', "begins with http:// or https://"),
        ('folder = "x"\n[[source]]\nname = "a"\nkind = "site"\naddress = "https://u:p@x.example"', "holds no password"),
        ('folder = "x"\n[[source]]\nname = "a"\nkind = "addresses"', "needs `addresses` or `file`"),
        ('folder = "x"\ncontact = "a\\nb"\n[[source]]\nname = "a"\nkind = "folder"\npath = "y"', "plain ASCII"),
        ('folder = "x"\n[[source]]\nname = "a"\nkind = "folder"\npath = "y"\nsince = "i går"', "`since`"),
        ('folder = "x"\n' + '[[source]]\nname = "A"\nkind = "folder"\npath = "y"\n[[source]]\nname = "a"\nkind = "folder"\npath = "y"', "two sources are called"),
        ('folder = "x"\nsource = ["a"]', "source 1"),
    ],
)  # fmt: skip
def test_a_wrong_file_of_sources_is_told_in_one_sentence(tmp_path, text, says):
    file = tmp_path / "kilder.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongSources) as error:
        read_sources(file)
    assert says in str(error.value) and str(file) in str(error.value) and "\n" not in str(error.value)


def test_the_samples_in_the_readme_and_in_the_help_are_files_of_sources(tmp_path):
    readme = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
    section = readme.partition("## Pulling")[2].partition("\n## ")[0]
    samples = [
        section.partition("```toml\n")[2].partition("```")[0],
        main.commands["pull"].epilog.partition("kilder.toml:\n")[2],
    ]
    for sample in samples:
        file = tmp_path / "kilder.toml"
        file.write_text(sample.replace("\b", ""), encoding="utf-8")
        assert {one.kind for one in read_sources(file).source} == {"site", "listing", "addresses", "folder"}
    keys = {key for kind in (Sources, *KINDS.values()) for key in kind.model_fields} - {"source", "until"}
    assert all(re.search(rf"^{key} = ", samples[0], re.MULTILINE) for key in keys), keys


# The program


def test_the_command(server, pulls, made, tmp_path):
    file = tmp_path / "kilder.toml"
    good, bad = server.put("/a.pdf", made.pdf()), f"{server.origin}/b.pdf"
    file.write_text(
        f'folder = "ud"\nrate = 50\n[[source]]\nname = "k"\nkind = "addresses"\naddresses = ["{good}", "{bad}"]\n',
        encoding="utf-8",
    )
    run = CliRunner().invoke(main, ["pull", str(file), "--allow-private", "--dry-run"])
    assert (
        run.exit_code == 0
        and server.asked == []
        and not (tmp_path / "ud").exists()
        and "2 to fetch" in run.stderr
    )
    run = CliRunner().invoke(main, ["pull", str(file), "--allow-private", "--json"])
    assert run.exit_code == ExitCode.source
    assert [one["became"] for one in json.loads(run.stdout)] == ["fetched", "failed"]
    assert f"Failed: k: {bad}: answers 404" in run.stderr and "1 fetched, 0 unchanged, 1 failed" in run.stderr
    assert (tmp_path / "ud" / "k" / "a.pdf").exists()
    run = CliRunner().invoke(main, ["pull", str(file), "--source", "x"])
    assert run.exit_code == ExitCode.nothing_found and "there are k" in run.stderr
    run = CliRunner().invoke(main, ["pull", str(tmp_path / "ingen.toml")])
    assert run.exit_code == ExitCode.input_file and run.stderr.count("\n") == 1


def test_two_pulls_into_one_folder_are_refused(server, pulls, made):
    pulls.addresses(server.put("/a.pdf", made.pdf()))
    with sqlite3.connect(pulls.folder / "hentet" / "manifest.db") as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OutputError, match="another `udvalgsarkiv pull`"):
            pulls.addresses(f"{server.origin}/a.pdf")


@pytest.mark.parametrize("content", [b"no database at all, but long enough to look at" * 40, None])
def test_a_foreign_manifest_is_refused(pulls, content):
    file = pulls.folder / "hentet" / "manifest.db"
    file.parent.mkdir()
    if content:
        file.write_bytes(content)
    else:
        with sqlite3.connect(file) as other:
            other.execute("CREATE TABLE files (x)")
    with pytest.raises(OutputError, match=r"manifest\.db"):
        pulls.addresses("https://x.example/a.pdf")


def test_what_a_cut_off_run_left_is_cleared_away(server, pulls, made):
    left = pulls.folder / "hentet" / ".partly" / "x.partly"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"%PDF-1.4 half")
    pulls.addresses(server.put("/a.pdf", made.pdf()))
    assert pulls.files == {"kilde/a.pdf": made.pdf()}


def test_a_head_that_comes_by_drops_is_given_up(server, pulls, clock, made):
    clock.pace = 100
    address = server.put("/a.pdf", lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow:"))
    assert why(pulls.addresses(address, head="time_limit = 60\n")) == ["too-slow"]


def test_a_pull_that_is_killed_leaves_no_half_file_and_goes_on(server, tmp_path, made):
    """A process of its own, killed by the system while the second of three files is on its way."""
    whole = made.pdf("x" * 200_000)
    half_sent, killed = threading.Event(), threading.Event()

    def half(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(whole)))
        handler.end_headers()
        handler.wfile.write(whole[: len(whole) // 2])
        handler.wfile.flush()
        half_sent.set()
        killed.wait(60)

    addresses = [
        server.put("/1.pdf", made.pdf("1")),
        server.put("/2.pdf", half, whole),
        server.put("/3.pdf", made.pdf("3")),
    ]
    (tmp_path / "kilder.toml").write_text(
        f'folder = "ud"\nrate = 50\n[[source]]\nname = "k"\nkind = "addresses"\nallow_private = true\naddresses = {json.dumps(addresses)}\n',
        encoding="utf-8",
    )
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "pull", "kilder.toml", "--json"]
    process = subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    assert half_sent.wait(60)
    process.kill()
    process.wait()
    killed.set()
    assert [path.name for path in tmp_path.rglob("*.pdf")] == ["1.pdf"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert [one["became"] for one in json.loads(done.stdout)] == ["unchanged", "fetched", "fetched"]
    assert {path.name: path.read_bytes() for path in (tmp_path / "ud" / "k").iterdir()} == {
        "1.pdf": made.pdf("1"),
        "2.pdf": whole,
        "3.pdf": made.pdf("3"),
    }
    assert server.count("/1.pdf") == 1 and list((tmp_path / "ud" / ".partly").iterdir()) == []


def test_whoever_stops_the_program_does_not_wait():
    clock = Clock()
    clock.stopping.set()
    began = time.monotonic()
    with pytest.raises(Stopped):
        clock.wait(60)
    assert time.monotonic() - began < 60
