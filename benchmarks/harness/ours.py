"""Our own server, with the very words the launcher script starts it with."""

import os
import pathlib
import shutil
import subprocess
import tempfile

from harness import subjects, wire

LAUNCHER = subjects.HOUSE / "footbridge"
SERVE = ("serve", "--port", "{port}")
TOOL = {"tool": "greet", "arguments": (("name", "Ada"),), "expected": "Hello, Ada"}
# Stands where java would: says what it was called with, one word a line.
ECHO = "#!/bin/sh\nprintf '%s\\n' \"$@\"\n"


def build(jdks, say):
    """Lets the launcher build the bundle and its start-up cache, which it does when a source is newer."""
    if not LAUNCHER.is_file() or not jdks[25].exists():
        return
    done = subprocess.run(
        [LAUNCHER, "--version"], env=environment(jdks[25].parent.parent), stdout=subprocess.DEVNULL, check=False
    )
    if done.returncode != 0:
        say("ours could not be built")


def rows(transport, jdks):
    yield row("footbridge jdk17", transport, jdks[17], cached=False)
    yield row("footbridge jdk25", transport, jdks[25], cached=False)
    yield row("footbridge jdk25 aot", transport, jdks[25], cached=True)


def row(name, transport, java, cached):
    return started(name, transport, java, ("stdio",) if transport == subjects.STDIO else SERVE, cached)


def served(name, java, options="", settings=()):
    """`serve` as people start it, with its archive, and with `FOOTBRIDGE_JAVA_OPTIONS` and settings of its own."""
    return started(name, subjects.HTTP, java, (*SERVE, *settings), True, options)


def started(name, transport, java, command, cached, options=""):
    needs = (java, LAUNCHER, subjects.BUNDLE / "lib") + ((subjects.BUNDLE / "footbridge.aot",) if cached else ())
    words = ()
    if all(path.exists() for path in needs):
        said = launched(java, command, options)
        words = (str(java), *(word for word in said if cached or not names_cache(word)))
        if not said:
            needs += (pathlib.Path("a launcher that starts"),)
        elif cached and not any(names_cache(word) for word in said):
            needs += (pathlib.Path("a start-up cache that fits"),)
    return subjects.Subject(name, transport, wire.MODERN, needs, words, **TOOL)


def launched(java, command, options=""):
    """What the launcher hands to java: it is shown a JDK whose java only repeats its words."""
    with tempfile.TemporaryDirectory() as folder:
        home = pathlib.Path(folder)
        (home / "bin").mkdir()
        shutil.copy(java.parent.parent / "release", home / "release")
        echo = home / "bin" / "java"
        echo.write_text(ECHO, encoding="ascii")
        echo.chmod(0o755)
        words = subprocess.run(
            [LAUNCHER, *command],
            env={**environment(home), "FOOTBRIDGE_JAVA_OPTIONS": options},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            check=False,
        )
    return words.stdout.decode().splitlines() if words.returncode == 0 else []


def environment(home):
    return {**os.environ, "JAVA_HOME": str(home)}


def names_cache(word):
    return word.startswith("-XX:AOTCache=")
