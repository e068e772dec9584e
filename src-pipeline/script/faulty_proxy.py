#!/usr/bin/env python3
"""Passes connections on to a port and fails after a number of requests, at the same one in every run:

    faulty_proxy.py LISTEN TARGET COUNT die       exits, connections and all, as a killed server
    faulty_proxy.py LISTEN TARGET COUNT error     answers 500 from then on
    faulty_proxy.py LISTEN TARGET COUNT slow      takes a minute for every answer from then on
"""
import os
import socket
import sys
import threading
import time

listen, target, count = map(int, sys.argv[1:4])
mode = sys.argv[4]
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", listen))
server.listen(64)
requests = 0
lock = threading.Lock()
BODY = b"Internal Server Error"
ERROR = b"HTTP/1.1 500 Internal Server Error\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(BODY), BODY)


def is_over(data):
    """Counts a request's first bytes; true once it is one too many."""
    global requests
    if data.split(b" ", 1)[0] in (b"GET", b"POST", b"PUT", b"PATCH"):
        with lock:
            requests += 1
    return requests > count


def pump(source, sink, counts):
    try:
        while data := source.recv(65536):
            if counts and is_over(data):
                if mode == "die":
                    os._exit(0)
                if mode == "slow":
                    time.sleep(60)
                source.sendall(ERROR)
                break
            sink.sendall(data)
    except OSError:
        pass
    for end in (source, sink):
        try:
            end.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass


while True:
    client, _ = server.accept()
    backend = socket.create_connection(("127.0.0.1", target))
    threading.Thread(target=pump, args=(client, backend, True), daemon=True).start()
    threading.Thread(target=pump, args=(backend, client, False), daemon=True).start()
