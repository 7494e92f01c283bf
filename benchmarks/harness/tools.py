"""What the machine must offer: two JDKs, and the peers, which are built when they are not there."""

import os
import pathlib
import re
import shutil
import subprocess

from harness import subjects

PEERS = subjects.PEERS
MAVEN_PEERS = ("lambda-java-sdk", "quarkus", "spring-ai")


def jdks():
    """The java of 17 and of 25: JAVA_HOME_17 and JAVA_HOME_25, JAVA_HOME, or what the system has installed."""
    return {version: find_jdk(version) for version in (17, 25)}


def find_jdk(version):
    named = [os.environ.get(f"JAVA_HOME_{version}"), os.environ.get("JAVA_HOME")]
    installed = sorted(pathlib.Path("/usr/lib/jvm").glob("*")) + sorted(pathlib.Path("/opt").glob("*jdk*"))
    for home in [pathlib.Path(path) for path in named if path] + installed:
        if release_of(home) == version:
            return home / "bin" / "java"
    return pathlib.Path(f"JAVA_HOME_{version}")


def build_of(java):
    """What tells one build of Java from another."""
    release = java.parent.parent / "release"
    return release.read_text(encoding="utf-8") if release.is_file() else str(java)


def release_of(home):
    release = home / "release"
    if not release.is_file() or not (home / "bin" / "java").exists():
        return None
    found = re.search(r'JAVA_VERSION="(\d+)', release.read_text(encoding="utf-8"))
    return int(found.group(1)) if found else None


def build_peers(say):
    attempt(say, build_ts_sdk, build_java_sdk)


def build_function_peers(say, fewer):
    """All of benchmarks/cold-start, or those of its gate."""
    attempt(say, build_ts_sdk)
    if not fewer:
        attempt(say, build_ts_sdk_1, build_java_sdk, *(maven(name) for name in MAVEN_PEERS))
    attempt(say, maven("lambda-empty"))


def build_server_peers(say):
    """All of benchmarks/throughput."""
    attempt(say, build_ts_sdk, build_java_sdk, maven("quarkus"), maven("spring-ai"))


def attempt(say, *builds):
    for build in builds:
        try:
            build(say)
        except (OSError, subprocess.CalledProcessError) as cause:
            say(f"a peer could not be built: {cause}")


def build_ts_sdk(say):
    bundle(say, subjects.TS_SDK, "http.cjs", PEERS / "ts-sdk")


def build_ts_sdk_1(say):
    bundle(say, subjects.TS_SDK_1, "lambda.cjs", PEERS / "ts-sdk-1", PEERS / "ts-sdk" / "runtime.mjs")


def bundle(say, target, made, *sources):
    if newer(target / "dist" / made, *sources):
        return
    say(f"building the TypeScript SDK peer in {target.name} (npm, esbuild)")
    target.mkdir(parents=True, exist_ok=True)
    for file in [file for source in sources for file in ([source] if source.is_file() else source.iterdir())]:
        shutil.copy(file, target)
    run(["npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"], target)
    run(["npm", "run", "--silent", "build"], target)


def build_java_sdk(say):
    maven("java-sdk")(say)


def maven(name):
    """What builds a peer of Maven, when a source is newer than its jar."""

    def build(say):
        sources = PEERS / name
        if newer(maven_jar(name), sources / "src", sources / "pom.xml"):
            return
        say(f"building the peer {name} (mvn)")
        run(["mvn", "-q", "-B", "clean", "package"], sources)

    return build


def maven_jar(name):
    return subjects.QUARKUS if name == "quarkus" else PEERS / name / "target" / "lib" / f"{name}-peer-0.1.0-SNAPSHOT.jar"


def run(words, folder):
    subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def newer(built, *sources):
    """Whether the built file is there and no source has changed since."""
    if not built.is_file():
        return False
    files = [path for source in sources for path in ([source] if source.is_file() else source.rglob("*"))]
    return all(path.stat().st_mtime <= built.stat().st_mtime for path in files)
