#!/usr/bin/env python3
"""'mlpipe serve' against 'mlflow models serve' with the same champion: one row to a request over one kept-alive connection,
then eight connections at once, then a new champion under load.

    serving.py MLPIPE MLFLOW WORKSPACE RESULT      (a workspace after 'mlpipe run' without a server; both on loopback)
"""
import http.client
import json
import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

NAME = "market-direction"
SEQUENTIAL, SECONDS, CONNECTIONS = 2000, 5, 8


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, command, port, ready, path, body, log, **environment):
        self.port, self.path, self.body = port, path, json.dumps(body)
        self.process = subprocess.Popen(
            command, stdout=log, stderr=log, env=os.environ | environment, start_new_session=True)
        for _ in range(240):
            time.sleep(0.5)
            try:
                if self.get(ready)[0] == 200:
                    return
            except OSError:
                pass
            if self.process.poll() is not None:
                break
        sys.exit(f"{command[0]} did not come up: see {log.name}")

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()

    def connection(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.connect()
        connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return connection

    def ask(self, connection):
        """Milliseconds and the answer; anything but 200 ends the program."""
        start = time.perf_counter()
        connection.request("POST", self.path, self.body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        content = answer.read()
        taken = (time.perf_counter() - start) * 1000
        if answer.status != 200:
            raise RuntimeError(f"status {answer.status}: {content[:200]}")
        return taken, json.loads(content)

    def sequential(self, count):
        connection = self.connection()
        for _ in range(50):
            self.ask(connection)
        return sorted(self.ask(connection)[0] for _ in range(count))

    def loaded(self, seconds, during=None):
        """Times of CONNECTIONS clients that ask without pause, and what went wrong."""
        times, faults, done = [], [], threading.Event()

        def client():
            try:
                connection = self.connection()
                while not done.is_set():
                    times.append(self.ask(connection)[0])
            except (OSError, RuntimeError, http.client.HTTPException) as fault:
                faults.append(repr(fault))

        clients = [threading.Thread(target=client) for _ in range(CONNECTIONS)]
        start = time.perf_counter()
        for one in clients:
            one.start()
        if during:
            during()
        else:
            time.sleep(seconds)
        done.set()
        for one in clients:
            one.join()
        return sorted(times), len(times) / (time.perf_counter() - start), faults

    def stop(self):
        os.killpg(self.process.pid, 15)
        self.process.wait(30)


def quantile(ordered, share):
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def main(mlpipe, mlflow, workspace, result):
    record = json.loads(pathlib.Path(workspace, "model/training.json").read_text())
    row, names = record["probes"][0]["values"], record["features"]
    log = open(pathlib.Path(workspace, "serving.log"), "w")
    port = free_port()
    own = Server(
        [mlpipe, "serve", "--workspace", workspace, "--port", str(port), "--poll-seconds", "0.5"], port,
        "/v2/health/ready", f"/v2/models/{NAME}/infer",
        {"inputs": [{"name": "input", "shape": [1, len(row)], "datatype": "FP32", "data": row}]}, log)
    port = free_port()
    peer = Server(
        [mlflow, "models", "serve", "-m", f"models:/{NAME}@champion", "-p", str(port), "--env-manager", "local"],
        port, "/ping", "/invocations", {"dataframe_split": {"columns": names, "data": [row]}}, log,
        MLFLOW_TRACKING_URI=f"file://{os.path.abspath(workspace)}/mlruns", MLFLOW_ALLOW_FILE_STORE="true",
        PATH=f"{os.path.dirname(os.path.abspath(mlflow))}:{os.environ['PATH']}")
    try:
        compare(own, peer, result)
        replace(own, mlpipe, workspace)
    finally:
        own.stop()
        peer.stop()


def compare(own, peer, result):
    answers = (own.ask(own.connection())[1]["outputs"][0]["data"], peer.ask(peer.connection())[1]["predictions"])
    if abs(answers[0][0] - answers[1][0]) > 1e-7:
        sys.exit(f"different answers: {answers}")
    print("one row a request        mlpipe serve   mlflow models serve   ratio")
    alone = [server.sequential(count) for server, count in ((own, SEQUENTIAL), (peer, SEQUENTIAL // 4))]
    own_p50, peer_p50 = (quantile(times, 0.5) for times in alone)
    pathlib.Path(result).write_text(json.dumps({"own": own_p50, "peer": peer_p50}))
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        a, b = (quantile(times, share) for times in alone)
        print(f"1 connection, {name}, ms  {a:13.3f} {b:21.3f} {b / a:7.1f}")
    (own_times, own_rate, own_faults), (peer_times, peer_rate, peer_faults) = own.loaded(SECONDS), peer.loaded(SECONDS)
    a, b = quantile(own_times, 0.99), quantile(peer_times, 0.99)
    print(f"{CONNECTIONS} connections, p99, ms {a:13.3f} {b:21.3f} {b / a:7.1f}")
    print(f"{CONNECTIONS} connections, req/s   {own_rate:13.0f} {peer_rate:21.0f} {own_rate / peer_rate:7.1f}  (Python client)")
    if shutil.which("wrk"):
        print(f"{CONNECTIONS} connections, wrk, mlpipe serve: {own_figure(own)}")
    if own_faults:
        sys.exit(f"mlpipe serve under load: {own_faults}")
    if peer_faults:
        print(f"mlflow models serve under load: {len(peer_faults)} clients failed, first: {peer_faults[0]}")


def own_figure(own):
    """wrk on 'mlpipe serve', whose rate a Python client does not reach."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(f"wrk.method='POST' wrk.body=[[{own.body}]] wrk.headers['Content-Type']='application/json'")
        script.flush()
        report = subprocess.run(
            ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-s", script.name,
             f"http://127.0.0.1:{own.port}{own.path}"], check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in report or "Socket errors" in report:
        sys.exit(report)
    return ", ".join(" ".join(pair) for pair in re.findall(r"(50%|99%|Requests/sec:)\s+(\S+)", report))


def replace(own, mlpipe, workspace):
    def version():
        return json.loads(own.get(f"/v2/models/{NAME}")[1])["versions"][0]

    def swap():
        before = version()
        for step in (["train", "--rounds", "61"], ["log"], ["promote"]):
            subprocess.run([mlpipe, *step, "--workspace", workspace], check=True, stdout=own_log, stderr=own_log)
        for _ in range(100):
            if version() != before:
                time.sleep(1)
                return
            time.sleep(0.1)
        sys.exit("the new champion is not served after 10 s")

    own_log = subprocess.DEVNULL
    times, _, faults = own.loaded(0, during=swap)
    if faults:
        sys.exit(f"while the champion was replaced: {faults}")
    print(f"champion replaced under load: {len(times)} requests, no error, p50 {statistics.median(times):.3f} ms, "
          f"p99 {quantile(times, 0.99):.3f} ms (train, log and promote ran beside it)")


if __name__ == "__main__":
    main(*sys.argv[1:5])
