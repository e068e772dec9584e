#!/usr/bin/env python3
"""Drives a running 'mlpipe serve': Triton's client and plain HTTP, wrk, a swap under load, a bad model.

    check_serving.py HOST:PORT WORKSPACE SERVER_PID MLPIPE      (tritonclient and wrk are used where they are)
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

import numpy as np

NAME = "market-direction"


def get(host, path):
    with urllib.request.urlopen(f"http://{host}{path}") as answer:
        return answer.read().decode()


def infer(host, values):
    body = {"inputs": [{"name": "input", "shape": list(np.shape(values)), "datatype": "FP32",
                        "data": np.asarray(values, dtype=np.float32).ravel().tolist()}]}
    request = urllib.request.Request(f"http://{host}/v2/models/{NAME}/infer", json.dumps(body).encode(), method="POST")
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def bits(values):
    return np.asarray(values, dtype=np.float32).view(np.uint32)


def version(host):
    return json.loads(get(host, f"/v2/models/{NAME}"))["versions"][0]


def wait_version(host, wanted):
    for _ in range(100):
        if version(host) == wanted:
            return
        time.sleep(0.1)
    sys.exit(f"version {wanted} is not served after 10 s")


def load(host, row, seconds, during=None):
    """wrk with one row to a request; returns its report."""
    script = tempfile.NamedTemporaryFile("w", suffix=".lua", delete=False)
    body = json.dumps({"inputs": [{"name": "input", "shape": [1, len(row)], "datatype": "FP32", "data": row}]})
    script.write(f"wrk.method='POST' wrk.body=[[{body}]] wrk.headers['Content-Type']='application/json'")
    script.close()
    command = ["wrk", "-t1", "-c8", f"-d{seconds}s", "--latency", "-s", script.name,
               f"http://{host}/v2/models/{NAME}/infer"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    if during:
        during()
    report = process.communicate()[0]
    os.unlink(script.name)
    assert "Non-2xx" not in report and "Socket errors" not in report, report
    return report


def main(host, workspace, pid, mlpipe):
    with open(f"{workspace}/model/training.json") as file:
        record = json.load(file)
    rows = [probe["values"] for probe in record["probes"]]
    expected = np.array([probe["predictionBits"] for probe in record["probes"]], dtype=np.uint32)
    assert (bits(infer(host, rows)["outputs"][0]["data"]) == expected).all(), "plain client"
    try:
        import tritonclient.http as triton
    except ImportError:
        print("tritonclient is not installed: its part is skipped")
    else:
        client = triton.InferenceServerClient(host)
        assert client.is_server_live() and client.is_server_ready() and client.is_model_ready(NAME)
        assert client.get_model_metadata(NAME)["outputs"][0]["name"] == "probability"
        tensor = triton.InferInput("input", [len(rows), len(rows[0])], "FP32")
        tensor.set_data_from_numpy(np.array(rows, dtype=np.float32), binary_data=False)
        wanted = triton.InferRequestedOutput("probability", binary_data=False)
        answer = client.infer(NAME, [tensor], outputs=[wanted]).as_numpy("probability")
        assert (bits(answer) == expected).all(), "tritonclient"
        print("tritonclient's answers are the logged ones, bit for bit")

    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    run = lambda *step: subprocess.run([mlpipe, *step, "--workspace", workspace], check=True, **quiet)

    def swap():
        run("train", "--rounds", "61")
        run("log")
        run("promote")
        wait_version(host, "2")

    row = rows[0]
    if shutil.which("wrk"):
        report = load(host, row, 10)
        figures = re.findall(r"(50%|99%|Requests/sec:)\s+(\S+)", report)
        print("one row a request, 8 connections:", ", ".join(" ".join(pair) for pair in figures))
        load(host, row, 20, during=swap)
        print("no error while version 1 was replaced by version 2 under load")
    else:
        print("wrk is not installed: the load part is skipped")
        swap()

    # A version whose file is damaged: refused, the old one stays, and the failure is counted.
    run("train", "--rounds", "62")
    run("log")
    newest = max(glob.glob(f"{workspace}/mlruns/*/models/*/artifacts/model.ubj"), key=os.path.getmtime)
    with open(newest, "rb+") as file:
        file.truncate(os.path.getsize(newest) - 1)
    with open(f"{workspace}/mlruns/models/{NAME}/aliases/champion", "w") as file:
        file.write("3")
    time.sleep(3)
    assert version(host) == "2", "a damaged model is served"
    assert 'mlserve_model_loads_total{result="failure"} 0' not in get(host, "/metrics")
    assert "infer" in get(host, "/") and version(host) == "2"
    print("a damaged version 3 was refused, version 2 is still served")


main(*sys.argv[1:5])
