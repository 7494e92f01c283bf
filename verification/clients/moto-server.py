"""Moto with one request at a time: its own server lets two threads between a condition and its write.
Usage: moto-server.py PORT"""
import sys

from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import run_simple

run_simple("127.0.0.1", int(sys.argv[1]), DomainDispatcherApplication(create_backend_app), threaded=False)
