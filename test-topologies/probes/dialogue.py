"""Short TCP conversations in the manner of the web and of mail, pure text in and out.

Both servers tell the client which address they see: that is how the outside address of a
connection is known without asking the controller.
"""

PAGE = "<html><body>You are {peer}</body></html>\n"


def serve_web(stream, peer):
    """Answer one HTTP/1.0 request with a small page."""
    while stream.readline().strip():
        pass
    page = PAGE.format(peer=peer).encode()
    stream.write(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%b" % (len(page), page))
    stream.flush()


def ask_web(stream):
    """Fetch the page; returns the address that the server saw."""
    stream.write(b"GET / HTTP/1.0\r\nHost: web\r\n\r\n")
    stream.flush()
    answer = stream.read().decode()
    if not answer.startswith("HTTP/1.0 200") or "You are " not in answer:
        raise ValueError(f"not the page: {answer[:60]!r}")
    return answer.split("You are ")[1].split("<")[0]


def serve_mail(stream, peer):
    """Greet, answer HELO with the peer's address, say goodbye."""
    _say(stream, "220 mail ready")
    stream.readline()
    _say(stream, f"250 mail greets {peer}")
    stream.readline()
    _say(stream, "221 bye")


def ask_mail(stream):
    """Greet and quit; returns the address that the server saw."""
    _expect(stream, "220")
    _say(stream, "HELO mn")
    greeting = _expect(stream, "250")
    _say(stream, "QUIT")
    _expect(stream, "221")
    return greeting.split()[-1]


def _say(stream, line):
    stream.write(line.encode() + b"\r\n")
    stream.flush()


def _expect(stream, code):
    line = stream.readline().decode().strip()
    if not line.startswith(code):
        raise ValueError(f"expected {code}, got {line!r}")
    return line


SERVE = {"web": serve_web, "mail": serve_mail}
ASK = {"web": ask_web, "mail": ask_mail}
