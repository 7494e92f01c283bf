"""Servers over generated tools: how they are compiled, trained and started."""

import subprocess

from harness import subjects, tools, wire

FOLDER = subjects.BENCHMARKS / "target" / "generated"
ARGUMENTS = {"customer": "Ada", "status": "OPEN", "limit": 7, "tags": ["new"]}
MAKER = "dev.footbridge.benchmarks.generated.MakeServer"
MAIN = "generated.Main"
# Of the bundle that the launcher starts; its own commands, tools and the HTTP parser are left out.
LIBRARIES = ("footbridge-core-", "footbridge-local-server-")
# As many as the launcher's training calls at most.
TRAINED = 15


class Generated:
    """So many annotated classes with so many tools each, in one jar."""

    def __init__(self, classes, tools_each):
        self.classes = classes
        self.tools_each = tools_each
        self.folder = FOLDER / f"{classes}x{tools_each}"
        self.jar = self.folder / "generated.jar"
        self.called = f"find_{classes // 2}_{tools_each // 2}"

    def build(self, java, class_path, say):
        """Compiles it with the processor, unless it is there and newer than everything it is made of."""
        house = [subjects.HOUSE / module / "target" / "classes" for module in ("core", "processor", "benchmarks")]
        if tools.newer(self.jar, *house):
            return
        say(f"compiling {self.classes} x {self.tools_each} tools")
        words = [java, "-cp", class_path, MAKER, str(self.classes), str(self.tools_each), self.folder]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)

    def words(self, java, flags):
        """The tools come first on the class path, as in the bundle."""
        found = [jar for jar in sorted((subjects.BUNDLE / "lib").glob("*.jar")) if jar.name.startswith(LIBRARIES)]
        path = ":".join(str(jar) for jar in [self.jar, *found])
        return (str(java), *flags, "-cp", path, MAIN)

    def subject(self, name, java, flags):
        words = self.words(java, flags)
        arguments = tuple(ARGUMENTS.items())
        return subjects.Subject(name, subjects.STDIO, wire.MODERN, (self.jar,), words, self.called, arguments, "OPEN")

    def trained(self, name, java, flags, calls, lists):
        """The same with an AOT cache, made by a conversation that calls these tools, and lists them or not."""
        cache = self.folder / (name.replace(" ", "-") + ".aot")
        cache.unlink(missing_ok=True)
        words = self.words(java, (f"-XX:AOTCacheOutput={cache}", *flags))
        lines = b"".join(wire.compact(message) + b"\n" for message in conversation(calls, lists))
        subprocess.run(words, input=lines, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        using = (f"-XX:AOTCache={cache}", "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining")
        return self.subject(name, java, (*using, *flags))

    def first_tools(self):
        """What the launcher's training would call."""
        names = [f"find_{desk}_{shelf}" for desk in range(self.classes) for shelf in range(self.tools_each)]
        return sorted(names)[:TRAINED]


def conversation(calls, lists):
    meta = wire.call(wire.MODERN, "", {})["params"]["_meta"]
    methods = ("server/discover", "tools/list") if lists else ("server/discover",)
    for number, method in enumerate(methods):
        yield {"jsonrpc": "2.0", "id": number, "method": method, "params": {"_meta": meta}}
    for number, tool in enumerate(calls):
        yield {**wire.call(wire.MODERN, tool, ARGUMENTS), "id": 2 + number}
