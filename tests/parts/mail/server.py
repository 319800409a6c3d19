"""An SMTP server that demands STARTTLS, and an HTTP address that shows what came in.

GET /api/v1/messages     [{"to", "subject", "text", "received_at", "from", "raw"}], oldest first; ?to=ADDRESS for one recipient's
DELETE /api/v1/messages  forgets them all

A recipient refuse-NNN@… is answered with NNN at RCPT: refuse-450@example.test for a while, refuse-550@example.test for good.
"""

import asyncio
import json
import re
import ssl
import sys
from datetime import datetime, timezone
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

from aiosmtpd.smtp import SMTP

folder = Path(sys.argv[1])
messages = []


class Inbox:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if refused := re.match(r"refuse-(\d{3})@", address):
            return f"{refused[1]} refused as asked"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = message_from_bytes(envelope.content, policy=policy.default)
        body = mail.get_body(("plain",))
        messages.append(
            {
                "to": ", ".join(envelope.rcpt_tos),
                "subject": str(mail["subject"] or ""),
                "text": body.get_content() if body else "",
                "received_at": datetime.now(timezone.utc).isoformat(timespec="seconds"),
                "from": envelope.mail_from,
                "raw": envelope.content.decode("utf-8", "replace"),
            }
        )
        return "250 Kept"


class Api(BaseHTTPRequestHandler):
    def do_GET(self):
        address = urlsplit(self.path)
        if address.path != "/api/v1/messages":
            return self.send_error(404)
        wanted = parse_qs(address.query).get("to")
        self.answer([m for m in messages if not wanted or wanted[0] in m["to"].split(", ")])

    def do_DELETE(self):
        messages.clear()
        self.answer([])

    def answer(self, what):
        body = json.dumps(what).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


async def main():
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(folder / "server.pem", folder / "server.key")
    smtp = await asyncio.get_running_loop().create_server(
        lambda: SMTP(Inbox(), hostname="localhost", tls_context=tls, require_starttls=True, enable_SMTPUTF8=True),
        host="127.0.0.1",
        port=0,
    )
    api = ThreadingHTTPServer(("127.0.0.1", 0), Api)
    Thread(target=api.serve_forever, daemon=True).start()

    port = smtp.sockets[0].getsockname()[1]
    (folder / "addresses.new").write_text(
        f"TEST_SMTP=localhost:{port}\nTEST_SMTP_API=http://127.0.0.1:{api.server_port}\n"
    )
    (folder / "addresses.new").rename(folder / "addresses")
    await smtp.serve_forever()


asyncio.run(main())
