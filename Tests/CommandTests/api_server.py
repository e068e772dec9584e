"""An API server that answers from a script: `api_server.py SCRIPT.json [CERTIFICATE KEY]`; prints its port.

The script maps a path to a list of answers, used one after the other, the last one for ever. An answer has `status`,
`body` (an object or a text), `delay` (seconds before it), `token` (else: 401).
"""

import json
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

script = json.load(open(sys.argv[1]))
counts: dict[str, int] = {}
lock = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        answers = script.get(self.path, [{"status": 404, "body": {"kind": "Status", "code": 404}}])
        with lock:
            count = counts.get(self.path, 0)
            counts[self.path] = count + 1
        answer = answers[min(count, len(answers) - 1)]
        time.sleep(answer.get("delay", 0))
        wanted = answer.get("token")
        status, body = answer["status"], answer.get("body", {})
        if wanted and self.headers.get("Authorization") != f"Bearer {wanted}":
            status, body = 401, {"kind": "Status", "code": 401}
        data = (body if isinstance(body, str) else json.dumps(body)).encode()
        try:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)
        except OSError:
            pass

    def log_message(self, *arguments):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
if len(sys.argv) > 3:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_address[1], flush=True)
server.serve_forever()
