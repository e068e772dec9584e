#!/usr/bin/env python3
"""Passes connections on to a port and exits, connections and all, after a number of them.

    dying_proxy.py LISTEN TARGET COUNT
"""
import os
import socket
import sys
import threading

listen, target, count = map(int, sys.argv[1:4])
server = socket.socket()
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
server.bind(("127.0.0.1", listen))
server.listen(64)
requests = 0
lock = threading.Lock()


def pump(source, sink, counts):
    global requests
    try:
        while data := source.recv(65536):
            if counts and data.split(b" ", 1)[0] in (b"GET", b"POST", b"PUT", b"PATCH"):
                with lock:
                    requests += 1
                if requests > count:
                    os._exit(0)
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
