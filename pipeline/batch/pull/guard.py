"""Which machines may be connected to: judged by the address that is really connected to, not by its name."""

import socket
import ssl
from collections.abc import Iterable
from functools import cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Protocol

import httpcore
import httpx

from pipeline.batch.pull.failing import CannotHave, Why

Ip = IPv4Address | IPv6Address

_TRANSLATED = ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for IPv4 ones (RFC 6052)."""


def is_public(ip: Ip) -> bool:
    """Whether an address is anyone's to reach, however it is written."""
    return all(one.is_global and not one.is_multicast for one in _meant(ip))


def is_own(ip: Ip) -> bool:
    """Whether it lies on this machine or in a house's own network, and is no address with a meaning of its own."""
    return all(
        (one.is_private or one in _SHARED)
        and not (one.is_link_local or one.is_multicast or one.is_unspecified or _is_broadcast(one))
        for one in _meant(ip)
    )


_SHARED = ip_network("100.64.0.0/10")
"""Between providers and houses (RFC 6598): neither global nor private."""


def _is_broadcast(ip: Ip) -> bool:
    return ip == IPv4Address("255.255.255.255")


def _meant(ip: Ip) -> Iterable[Ip]:
    """The address, and the IPv4 address that an IPv6 one wraps."""
    if isinstance(ip, IPv6Address):
        wrapped = ip.ipv4_mapped or ip.sixtofour
        if wrapped is None and ip in _TRANSLATED:
            wrapped = IPv4Address(int(ip) & 0xFFFFFFFF)
        if wrapped is not None:
            return (wrapped,)
    return (ip,)


class GuardedBackend(httpcore.NetworkBackend):
    """Resolves a name once, judges what it means, and connects to just that: a name cannot change in between."""

    def __init__(self, *, allow_private: bool, watch: "Watch") -> None:
        self._allow_private = allow_private
        self._watch = watch
        self._real = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a name that may be reached and answers.

        Raises:
            CannotHave: Every address of the name is private, and that is not allowed.
        """
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"there is no machine of the name {host}") from error
        ips = list(dict.fromkeys(ip_address(str(one[4][0]).partition("%")[0]) for one in found))
        open_to_us = [ip for ip in ips if is_public(ip) or (self._allow_private and is_own(ip))]
        if not open_to_us:
            where = f"{host} is {ips[0]}" if str(ips[0]) != host else host
            advice = (
                "nothing is asked there"
                if self._allow_private
                else "if that is meant, write allow_private = true under the source"
            )
            raise CannotHave(
                Why.private, f"{where}, an address of this machine or a private network; {advice}"
            )
        *others, last = open_to_us
        for ip in others:
            try:
                real = self._real.connect_tcp(str(ip), port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
            return _Watched(real, self._watch)
        real = self._real.connect_tcp(str(last), port, timeout, local_address, socket_options)
        return _Watched(real, self._watch)

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Never: only http and https are spoken.

        Raises:
            CannotHave: Always.
        """
        raise CannotHave(Why.address, f"{path}: only http and https are spoken")

    def sleep(self, seconds: float) -> None:
        """Wait between two attempts of the library; ours are timed elsewhere."""
        self._real.sleep(seconds)


class Watch(Protocol):
    """Looks after a line while something comes through it."""

    def begin(self) -> None:
        """Something is asked."""

    def check(self) -> None:
        """Something of the answer came; raises where it takes too long, or the program is stopped."""


class _Watched(httpcore.NetworkStream):
    """A line that is looked after: an answer that comes by single bytes comes to an end too, in its head as well."""

    def __init__(self, real: httpcore.NetworkStream, watch: Watch) -> None:
        self._real = real
        self._watch = watch

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        self._watch.check()
        return self._real.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._watch.begin()
        self._real.write(buffer, timeout)

    def close(self) -> None:
        self._real.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Watched(self._real.start_tls(ssl_context, server_hostname, timeout), self._watch)

    def get_extra_info(self, info: str) -> object:
        return self._real.get_extra_info(info)


@cache
def _trusted() -> ssl.SSLContext:
    """Whom we believe that they are who they say; read once."""
    return httpx.create_ssl_context()


class GuardedTransport(httpx.HTTPTransport):
    """httpx's own transport over the guarded connections, without proxies, which would connect for us."""

    def __init__(self, *, allow_private: bool, watch: Watch) -> None:
        super().__init__(verify=_trusted())
        self._pool = httpcore.ConnectionPool(
            ssl_context=_trusted(),
            keepalive_expiry=5.0,
            network_backend=GuardedBackend(allow_private=allow_private, watch=watch),
        )
