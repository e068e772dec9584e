"""An AWS for `script/platform-test`: moto's server, plus what moto 5.2 lacks and the platform needs.

    python3 aws_double.py PORT CALLS_FILE ACCOUNT...

Requests go to moto, except those that `eks_double` and `gaps` answer. Every request is written to
CALLS_FILE as `ACCOUNT SERVICE OPERATION`, which is what the delivery roles' policies are checked against.
The account is the one whose role the caller assumed; signatures are not checked. Nothing here is used
outside the test.
"""

import gzip
import io
import sys
import threading

from moto.iam import iam_backends
from moto.iam.access_control import PermissionResult
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.s3.models import FakeBucket, FakeDeleteMarker
from moto.sts import sts_backends
from werkzeug.serving import WSGIRequestHandler, run_simple

import eks_double
import gaps
from operations import operation_of

ORGANISATION_ACCOUNT = "123456789012"

# moto applies a bucket policy's Deny without reading its Condition: a bucket that denies plain HTTP denies everybody.
FakeBucket.get_permission = lambda bucket, action, resource: PermissionResult.NEUTRAL

# moto fails to delete a version that is a delete marker, which every released state lock leaves.
FakeDeleteMarker.dispose = lambda marker, garbage=False: None


def account_of(access_key):
    """The account whose role handed out this key, or the organisation's for any other key."""
    for account in list(sts_backends.keys()):
        for backend in sts_backends[account].values():
            if any(role.access_key_id == access_key for role in backend.assumed_roles):
                return account
    return ORGANISATION_ACCOUNT


class Double:
    def __init__(self, calls_file):
        self.moto = DomainDispatcherApplication(create_backend_app)
        self.calls = open(calls_file, "a", buffering=1, encoding="utf-8")
        self.lock = threading.Lock()
        self.answers = {}  # invocation → answer

    def __call__(self, environ, start_response):
        scope = environ.get("HTTP_AUTHORIZATION", "").partition("Credential=")[2].split(",")[0].split("/")
        body = read_body(environ)
        # One at a time: moto's backends are not made for threads.
        with self.lock:
            status, headers, payload = self.answer(scope, environ, body)
        start_response(status, headers)
        return [payload]

    def answer(self, scope, environ, body):
        """An SDK repeats a request whose answer was lost on the way; what was done must not be done twice."""
        invocation = environ.get("HTTP_AMZ_SDK_INVOCATION_ID")
        if invocation in self.answers and not environ.get("HTTP_AMZ_SDK_REQUEST", "").startswith("attempt=1;"):
            return self.answers[invocation]
        answer = self.first_answer(scope, environ, body)
        if invocation and not answer[0].startswith("5"):
            self.answers[invocation] = answer
        return answer

    def first_answer(self, scope, environ, body):
        if len(scope) != 5:
            return self.ask_moto(environ)
        access_key, _, region, service, _ = scope
        account = account_of(access_key)
        operation = operation_of(service, environ, body)
        self.calls.write(f"{account} {service} {operation}\n")
        if service == "eks":
            own = eks_double.answer(account, region, operation, environ, body)
        else:
            own = gaps.answer(account, region, service, operation, body)
        if own is None:
            try:
                return self.ask_moto(environ)
            except NotImplementedError as gap:
                # Answered as moto would, a 500, a client tries again for an hour.
                own = "400 Bad Request", "text/plain", f"moto lacks {service} {operation}: {gap}".encode()
        status, content_type, payload = own
        return status, [("Content-Type", content_type), ("Content-Length", str(len(payload)))], payload

    def ask_moto(self, environ):
        head = []
        payload = b"".join(self.moto(environ, lambda status, headers, _=None: head.extend([status, headers])))
        return head[0], head[1], payload


def read_body(environ):
    """The request's body, left in place for moto to read again."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    if not length:
        return b""
    body = environ["wsgi.input"].read(length)
    environ["wsgi.input"] = io.BytesIO(body)
    return gzip.decompress(body) if environ.get("HTTP_CONTENT_ENCODING") == "gzip" else body


class QuietHandler(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_request(self, code="-", size="-"):
        if str(code)[:1] == "5":
            super().log_request(code, size)

    def log(self, type, message, *args):
        print(message % args, file=sys.stderr)


if __name__ == "__main__":
    # IAM loads a thousand managed policies for each account; done at the first request, two of them race.
    for number in sys.argv[3:]:
        iam_backends[number]["aws"]
        sts_backends[number]["aws"]
    run_simple("127.0.0.1", int(sys.argv[1]), Double(sys.argv[2]), threaded=True, request_handler=QuietHandler)
