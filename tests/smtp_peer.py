"""A real mail server on a free loopback port, which does to letters what a test asks of it.

    smtp_peer.py FOLDER [--tls | --starttls] [--login USER:PASSWORD] MODE

Its first line on stdout is {"port": N, "ca": PATH or null}. Every letter taken is written to
FOLDER as a file and announced as a line {"from": …, "to": […], "file": PATH}. A line on stdin
changes the mode; the end of stdin ends the server, so that it never outlives its test.

Modes: accept · 4xx · 5xx · policy (5.7.1) · refuse-letter (5xx after DATA) · hang (never answers
RCPT) · think (has the letter and never says yes) · die (breaks off after DATA, before its yes).
"""

import argparse
import asyncio
import json
import pathlib
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult

REFUSALS = {
    "4xx": "451 4.3.0 Try again later",
    "5xx": "550 5.1.1 <{}>: Recipient unknown",
    "policy": "550 5.7.1 Listed at bl.example",
}


def say(line):
    print(json.dumps(line), flush=True)


class Letters:
    """Decides about each letter by the mode of the moment."""

    def __init__(self, folder, mode):
        self.folder = folder
        self.mode = mode
        self.taken = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.mode == "hang":
            await asyncio.Event().wait()
        if self.mode in REFUSALS:
            return REFUSALS[self.mode].format(address)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.mode == "refuse-letter":
            return "554 5.6.0 Not this letter"
        if self.mode == "think":
            await asyncio.Event().wait()
        path = self.folder / f"{self.taken:06}.eml"
        self.taken += 1
        path.write_bytes(envelope.original_content)
        say({"from": envelope.mail_from, "to": envelope.rcpt_tos, "file": str(path)})
        if self.mode == "die":
            server.transport.abort()
        return "250 Taken"


def self_signed(folder):
    """A certificate for localhost that is its own authority."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
        + ["-nodes", "-days", "2", "-subj", "/CN=localhost"]
        + ["-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=CA:FALSE"]
        + ["-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context, certificate


def login(expected):
    user, password = (part.encode() for part in expected.split(":", 1))

    def authenticate(server, session, envelope, mechanism, given):
        known = (given.login, given.password) == (user, password)
        return AuthResult(success=known, handled=False)

    return {"authenticator": authenticate, "auth_required": True}


async def serve(asked):
    letters = Letters(asked.folder, asked.mode)
    context, certificate = (None, None)
    if asked.tls or asked.starttls:
        context, certificate = self_signed(asked.folder)
    options = {"hostname": "localhost", "enable_SMTPUTF8": True, "timeout": 60}
    if asked.starttls:
        options |= {"tls_context": context, "require_starttls": True}
    if asked.login:
        options |= login(asked.login) | {"auth_require_tls": asked.starttls}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: SMTP(letters, loop=loop, **options),
        "127.0.0.1",
        0,
        ssl=context if asked.tls else None,
    )
    port = server.sockets[0].getsockname()[1]
    say({"port": port, "ca": certificate and str(certificate)})
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        letters.mode = line.strip()
        say({"mode": letters.mode})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--tls", action="store_true")
    parser.add_argument("--starttls", action="store_true")
    parser.add_argument("--login")
    parser.add_argument("mode")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    main()
