"""Small HTTP servers on loopback, all in the thread that measures: nothing of the harness runs beside what is measured."""

import dataclasses
import selectors
import socket

END_OF_HEAD = b"\r\n\r\n"
END_OF_CHUNKS = b"0\r\n\r\n"


@dataclasses.dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: dict
    body: bytes


class Connection:
    """One client; what it has sent so far."""

    def __init__(self, peer, answer):
        self.peer = peer
        self.answer = answer
        self.heard = b""

    def say(self, status, body=b"", headers=()):
        lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *(f"{name}: {value}" for name, value in headers)]
        self.peer.sendall("\r\n".join(lines).encode() + END_OF_HEAD + body)

    def requests(self):
        """Whole requests only; the rest stays for the next time."""
        while True:
            head, found, rest = self.heard.partition(END_OF_HEAD)
            if not found:
                return
            first, *lines = head.decode("latin-1").split("\r\n")
            headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            body, left = body_of(headers, rest)
            if body is None:
                return
            self.heard = left
            method, path, _ = first.split(" ", 2)
            yield Request(method, path, headers, body)


def body_of(headers, rest):
    if headers.get("transfer-encoding", "") == "chunked":
        end = rest.find(END_OF_CHUNKS)
        return (None, rest) if end < 0 else (unchunked(rest[: end + 3]), rest[end + len(END_OF_CHUNKS) :])
    length = int(headers.get("content-length", "0"))
    return (None, rest) if len(rest) < length else (rest[:length], rest[length:])


def unchunked(text):
    body = b""
    while True:
        size, _, text = text.partition(b"\r\n")
        length = int(size, 16)
        if length == 0:
            return body
        body, text = body + text[:length], text[length + 2 :]


class Loopback:
    """Listeners and their connections. Everything happens in `turn`."""

    def __init__(self):
        self.selector = selectors.DefaultSelector()

    def listen(self, answer):
        """`answer(request, connection)` says something now, or keeps the connection for later. Gives HOST:PORT."""
        listener = socket.create_server(("127.0.0.1", 0))
        self.selector.register(listener, selectors.EVENT_READ, answer)
        return f"127.0.0.1:{listener.getsockname()[1]}"

    def turn(self, seconds):
        for key, _ in self.selector.select(seconds):
            if isinstance(key.data, Connection):
                self.read(key.data)
            else:
                peer = key.fileobj.accept()[0]
                peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                self.selector.register(peer, selectors.EVENT_READ, Connection(peer, key.data))

    def read(self, connection):
        try:
            heard = connection.peer.recv(1 << 20)
        except ConnectionResetError:
            heard = b""
        if not heard:
            self.close(connection)
            return
        connection.heard += heard
        for request in connection.requests():
            connection.answer(request, connection)

    def hang_up(self):
        """Ends every connection; the listeners stay."""
        for key in list(self.selector.get_map().values()):
            if isinstance(key.data, Connection):
                self.close(key.data)

    def close(self, connection):
        self.selector.unregister(connection.peer)
        connection.peer.close()
