"""Measures a save in the language server: python3 script/bench_lsp.py MLGUARD [FILES] [SAVES]

Makes a repository of FILES files (1,000): manifests of six teams, Terraform roots with two inputs each, workflows,
Dockerfiles. Then it saves SAVES files (200), each with a change, and takes the time from the notification to the
answer to a request sent behind it, by which the diagnostics have come. Prints median and p95 in milliseconds, and the
server's CPU time for each save.
"""
import json, os, statistics, subprocess, sys, tempfile, time

mlguard = sys.argv[1]
file_count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
save_count = int(sys.argv[3]) if len(sys.argv) > 3 else 200

MANIFEST = """apiVersion: apps/v1
kind: Deployment
metadata: {{name: web-{n}, namespace: team-{team}}}
spec:
  replicas: {replicas}
  selector: {{matchLabels: {{app: web-{n}}}}}
  template:
    metadata: {{labels: {{app: web-{n}}}}}
    spec:
      serviceAccountName: web
      containers:
        - name: web
          image: registry.example/team-{team}/web:1.{n}
          ports: [{{containerPort: 8080}}]
          env:
            - {{name: LOG_LEVEL, value: info}}
            - name: TOKEN
              valueFrom: {{secretKeyRef: {{name: web, key: token}}}}
          resources:
            requests: {{cpu: 100m, memory: 128Mi}}
            limits: {{memory: 256Mi}}
---
apiVersion: v1
kind: Service
metadata: {{name: web-{n}, namespace: team-{team}}}
spec: {{selector: {{app: web-{n}}}, ports: [{{port: 80, targetPort: 8080}}]}}
"""
WORKFLOW = """name: build-{n}
on: push
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
      - run: make
"""
TERRAFORM = """variable "environment" {{}}
resource "aws_s3_bucket" "data" {{
  bucket = "team-{n}-${{var.environment}}"
}}
resource "aws_iam_policy" "read" {{
  name = "read-{n}"
  policy = jsonencode({{
    Version = "2012-10-17"
    Statement = [{{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "${{aws_s3_bucket.data.arn}}/*" }}]
  }})
}}
"""


def files():
    """(path, text) of each file; a Terraform root counts for three."""
    n = made = 0
    while made < file_count:
        kind = n % 20
        if kind == 17:
            for name, text in [("main.tf", TERRAFORM.format(n=n)), ("dev.tfvars", 'environment = "dev"\n'),
                               ("prod.tfvars", 'environment = "prod"\n')]:
                if made < file_count:
                    yield f"infra/team-{n}/{name}", text
                    made += 1
        else:
            made += 1
            if kind == 18:
                yield f".github/workflows/build-{n}.yml", WORKFLOW.format(n=n)
            elif kind == 19:
                yield f"images/{n}/Dockerfile", f"FROM python:3.12\nRUN pip install a=={n}\n"
            else:
                yield f"apps/team-{n % 6}/web-{n}.yaml", MANIFEST.format(n=n, team=n % 6, replicas=2)
        n += 1


class Server:
    def __init__(self, root):
        self.root = root
        self.process = subprocess.Popen([mlguard, "lsp"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.last = 0

    def notify(self, method, params):
        self.send({"method": method, "params": params})

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def request(self, method, params):
        """How many notifications came before the answer."""
        self.last += 1
        self.send({"id": self.last, "method": method, "params": params})
        count = 0
        while True:
            length = int(self.process.stdout.readline().split(b":")[1])
            self.process.stdout.readline()
            if json.loads(self.process.stdout.read(length)).get("id") == self.last:
                return count
            count += 1

    def uri(self, path):
        return "file://" + os.path.join(self.root, path)

    def cpu(self):
        fields = open(f"/proc/{self.process.pid}/stat").read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


with tempfile.TemporaryDirectory() as root:
    root = os.path.realpath(root)
    os.mkdir(os.path.join(root, ".git"))
    made = list(files())
    for path, text in made:
        os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
        open(os.path.join(root, path), "w").write(text)
    server = Server(root)
    start = time.perf_counter()
    server.request("initialize", {"rootUri": "file://" + root, "capabilities": {}})
    server.notify("initialized", {})
    server.request("textDocument/hover", {})
    print(f"{len(made)} files read and judged in {(time.perf_counter() - start) * 1000:.0f} ms")
    manifests = [(path, text) for path, text in made if path.startswith("apps/")]
    times, published, first_cpu = [], 0, server.cpu()
    for turn in range(save_count):
        path, text = manifests[turn * 7 % len(manifests)]
        if turn < len(manifests) // 7:
            server.notify("textDocument/didOpen", {"textDocument": {
                "uri": server.uri(path), "languageId": "yaml", "version": 1, "text": text}})
            server.request("textDocument/hover", {})
            first_cpu = server.cpu() if turn == 0 else first_cpu
        text = text.replace("replicas: 2", f"replicas: {turn + 3}").replace(":1.", f":1.{turn}.")
        open(os.path.join(root, path), "w").write(text)
        server.notify("textDocument/didChange", {
            "textDocument": {"uri": server.uri(path), "version": turn + 2}, "contentChanges": [{"text": text}]})
        start = time.perf_counter()
        server.notify("textDocument/didSave", {"textDocument": {"uri": server.uri(path)}})
        published += server.request("textDocument/hover", {})
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    cpu = (server.cpu() - first_cpu) / (save_count + min(save_count, len(manifests) // 7)) * 1000
    print(f"{save_count} saves, {published} diagnostics sets: median {statistics.median(times):.0f} ms, "
          f"p95 {times[int(len(times) * 0.95) - 1]:.0f} ms, worst {times[-1]:.0f} ms wall; {cpu:.0f} ms CPU each")
    server.request("shutdown", None)
    server.notify("exit", None)
    server.process.wait()
