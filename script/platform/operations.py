"""Which API operation a request is."""

import re
from functools import lru_cache
from urllib.parse import parse_qs, unquote

import botocore.session

# S3 says what it means in the query: sub-resource, then operation suffix.
S3_SUBRESOURCES = {
    "accelerate": "AccelerateConfiguration",
    "acl": "BucketAcl",
    "cors": "BucketCORS",
    "encryption": "EncryptionConfiguration",
    "lifecycle": "LifecycleConfiguration",
    "logging": "BucketLogging",
    "location": "BucketLocation",
    "object-lock": "BucketObjectLockConfiguration",
    "ownershipControls": "BucketOwnershipControls",
    "policy": "BucketPolicy",
    "publicAccessBlock": "BucketPublicAccessBlock",
    "replication": "ReplicationConfiguration",
    "requestPayment": "BucketRequestPayment",
    "tagging": "BucketTagging",
    "versioning": "BucketVersioning",
    "website": "BucketWebsite",
}


@lru_cache(maxsize=None)
def model(service):
    """botocore's model of a service: its operations with method, path and shapes."""
    return botocore.session.get_session().get_service_model(service)


@lru_cache(maxsize=None)
def routes(service):
    table = []
    for name in model(service).operation_names:
        http = model(service).operation_model(name).http
        path = re.sub(r"\\\{\w+\\\}", "([^/]+)", re.escape(http["requestUri"].split("?")[0]))
        path = re.sub(r"\\\{\w+\\\+\\\}", "(.+)", path)
        table.append((http["method"], re.compile(path + "/?$"), name))
    return table


def path_of(environ):
    """The path as it was sent: an ARN in it keeps its escaped slashes."""
    return environ.get("RAW_URI", environ.get("REQUEST_URI", environ["PATH_INFO"])).split("?")[0]


def operation_of(service, environ, body):
    """The operation's name as IAM writes it, or METHOD and path when it has none."""
    target = environ.get("HTTP_X_AMZ_TARGET")
    if target:
        return target.split(".")[-1]
    if service == "s3":
        return s3_operation(environ)
    cbor = re.search(r"/operation/(\w+)$", environ["PATH_INFO"])
    if cbor:
        return cbor.group(1)
    if body and b"Action=" in body:
        return parse_qs(body.decode())["Action"][0]
    for method, path, name in routes(service):
        if method == environ["REQUEST_METHOD"] and path.match(path_of(environ)):
            return name
    return f"{environ['REQUEST_METHOD']} {path_of(environ)}"


def s3_operation(environ):
    query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
    method = environ["REQUEST_METHOD"]
    key = unquote(environ["PATH_INFO"]).strip("/").partition("/")[2]
    verb = {"GET": "Get", "PUT": "Put", "DELETE": "Delete", "HEAD": "Get", "POST": "Post"}[method]
    if key:
        return f"{verb}Object"
    for name, suffix in S3_SUBRESOURCES.items():
        if name in query:
            return ("Put" if verb == "Delete" and name not in ("policy",) else verb) + suffix
    if "versions" in query:
        return "ListBucketVersions"
    return {"Get": "ListBucket", "Put": "CreateBucket", "Delete": "DeleteBucket", "Post": "DeleteObjects"}[verb]
