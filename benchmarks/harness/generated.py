"""Servers over generated tools: how they are compiled, trained and started."""

import json
import pathlib
import subprocess

from harness import subjects, tools, wire

FOLDER = subjects.BENCHMARKS / "target" / "generated"
ARGUMENTS = {"customer": "Ada", "status": "OPEN", "limit": 7, "tags": ["new"]}
MAKER = "dev.footbridge.benchmarks.generated.MakeServer"
MAIN = "generated.Main"
# Libraries of the bundle that the launcher starts; its own commands and tools are left out.
LIBRARIES = ("footbridge-core-", "footbridge-local-server-")


class Generated:
    """So many annotated classes with so many tools each, as one jar on the class path of the local server."""

    def __init__(self, classes, tools_each):
        self.classes = classes
        self.tools_each = tools_each
        self.folder = FOLDER / f"{classes}x{tools_each}"
        self.jar = self.folder / "generated.jar"
        self.called = f"find_{classes // 2}_{tools_each // 2}"

    @property
    def name(self):
        count = self.classes * self.tools_each
        return f"{count} tool{'s' if count > 1 else ''} in {self.classes} class{'es' if self.classes > 1 else ''}"

    def build(self, say):
        """Compiles it with the processor, unless it is there and newer than everything it is made of."""
        house = [subjects.HOUSE / module / "target" / "classes" for module in ("core", "processor", "benchmarks")]
        if tools.newer(self.jar, *house):
            return
        say(f"compiling {self.name}")
        words = ["java", "-cp", class_path_to_compile(), MAKER, str(self.classes), str(self.tools_each), self.folder]
        subprocess.run(words, check=True)

    def class_path(self):
        """The tools first, as in the bundle."""
        found = [jar for jar in sorted((subjects.BUNDLE / "lib").glob("*.jar")) if jar.name.startswith(LIBRARIES)]
        return ":".join(str(jar) for jar in [self.jar, *found])

    def words(self, java, flags):
        return (str(java), *flags, "-cp", self.class_path(), MAIN)

    def subject(self, label, java, flags, cache=None):
        """A row of the start benchmark."""
        given = (f"-XX:AOTCache={cache}", "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining") if cache else ()
        arguments = tuple(ARGUMENTS.items())
        words = self.words(java, (*given, *flags))
        return subjects.Subject(label, subjects.STDIO, wire.MODERN, (self.jar,), words, self.called, arguments, "OPEN")

    def train(self, java, flags, calls):
        """An AOT cache, made as the launcher makes its own: by a conversation that lists, and calls some tools."""
        cache = self.folder / f"trained-{len(calls)}.aot"
        cache.unlink(missing_ok=True)
        words = self.words(java, (f"-XX:AOTCacheOutput={cache}", *flags))
        lines = b"".join(wire.compact(message) + b"\n" for message in conversation(calls))
        subprocess.run(words, input=lines, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        return cache

    def every_tool(self):
        return [f"find_{desk}_{shelf}" for desk in range(self.classes) for shelf in range(self.tools_each)]


def class_path_to_compile():
    listed = (subjects.BENCHMARKS / "target" / "class-path").read_text(encoding="utf-8").strip()
    return f"{subjects.BENCHMARKS / 'target' / 'classes'}:{listed}"


def conversation(calls):
    meta = wire.call(wire.MODERN, "", {})["params"]["_meta"]
    yield {"jsonrpc": "2.0", "id": 0, "method": "server/discover", "params": {"_meta": meta}}
    yield {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {"_meta": meta}}
    for number, tool in enumerate(calls):
        yield {**wire.call(wire.MODERN, tool, ARGUMENTS), "id": 2 + number}
