"""Who is measured: a row each, with the files it needs and the words it is started with."""

import dataclasses
import pathlib
import re

from harness import wire

BENCHMARKS = pathlib.Path(__file__).resolve().parent.parent
HOUSE = BENCHMARKS.parent
BUNDLE = HOUSE / "dist" / "target" / "local"
TS_SDK = BENCHMARKS / "target" / "ts-sdk"
TS_SDK_1 = BENCHMARKS / "target" / "ts-sdk-1"
PEERS = BENCHMARKS / "peers"
JAVA_SDK = PEERS / "java-sdk" / "target" / "lib"
QUARKUS = PEERS / "quarkus" / "target" / "quarkus-peer-0.1.0-SNAPSHOT-runner.jar"
SPRING_AI = PEERS / "spring-ai" / "target" / "lib"
STDIO = "stdio"
HTTP = "http"


def version(file, part):
    """What a peer's package.json or pom.xml has for a part of it."""
    return re.search(re.escape(part) + r"\D*([\d.]+)", (PEERS / file).read_text(encoding="utf-8"))[1]


TS_SDK_NAME = "ts-sdk " + version("ts-sdk/package.json", "@modelcontextprotocol/server")
JAVA_SDK_NAME = "java-sdk " + version("java-sdk/pom.xml", "<mcp.version>")
QUARKUS_NAME = "quarkus " + version("quarkus/pom.xml", "<artifactId>quarkus-mcp-server-http</artifactId>")
SPRING_AI_NAME = "spring-ai " + version("spring-ai/pom.xml", "<spring-ai.version>")
PEER_FLAGS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")


@dataclasses.dataclass(frozen=True)
class Subject:
    """`{port}` in the words becomes a free port."""

    name: str
    transport: str
    era: str
    needs: tuple
    words: tuple
    tool: str = "add"
    arguments: tuple = (("a", 20), ("b", 22))
    expected: str = "42"

    @property
    def row(self):
        return f"{self.transport} {self.name}"

    def command(self, port):
        return [str(word).replace("{port}", str(port)) for word in self.words]

    def talk(self, port):
        return wire.Stdio(self.era) if self.transport == STDIO else wire.Http(self.era, port)

    def request(self):
        return wire.call(self.era, self.tool, dict(self.arguments))

    def missing(self):
        return [str(path) for path in self.needs if not pathlib.Path(path).exists()]


def typescript(transport):
    bundle = TS_SDK / "dist" / f"{transport}.cjs"
    return Subject(TS_SDK_NAME, transport, wire.MODERN, (bundle,), ("node", bundle, "{port}"))


def java_sdk(transport, java, flags=PEER_FLAGS):
    main = "dev.footbridge.benchmarks.peer." + ("StdioPeer" if transport == STDIO else "HttpPeer")
    words = (java, *flags, "-cp", class_path(JAVA_SDK), main, "{port}")
    return Subject(JAVA_SDK_NAME + " jdk25", transport, wire.LEGACY, (java, JAVA_SDK), words)


def quarkus(java, flags=PEER_FLAGS):
    words = (java, *flags, "-Dquarkus.http.port={port}", "-jar", QUARKUS)
    return Subject(QUARKUS_NAME + " jdk25", HTTP, wire.LEGACY, (java, QUARKUS), words)


def spring_ai(java, flags=PEER_FLAGS):
    main = "dev.footbridge.benchmarks.peer.SpringPeer"
    words = (java, *flags, "-cp", class_path(SPRING_AI), main, "--server.port={port}")
    return Subject(SPRING_AI_NAME + " jdk25", HTTP, wire.LEGACY, (java, SPRING_AI), words)


def jars(folder):
    return sorted(folder.glob("*.jar"))


def class_path(folder):
    """Every jar by name: a cache is bound to the very class path it was trained with."""
    return ":".join(str(jar) for jar in jars(folder))


def from_house(path):
    """The path as a reader of the checkout knows it."""
    return path.replace(str(HOUSE) + "/", "")
