"""What the machine must offer: two JDKs, and the peers, which are built when they are not there."""

import os
import pathlib
import re
import shutil
import subprocess

from harness import subjects

PEERS = subjects.BENCHMARKS / "peers"


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


def release_of(home):
    release = home / "release"
    if not release.is_file() or not (home / "bin" / "java").exists():
        return None
    found = re.search(r'JAVA_VERSION="(\d+)', release.read_text(encoding="utf-8"))
    return int(found.group(1)) if found else None


def build_peers(say):
    for build in (build_ts_sdk, build_java_sdk):
        try:
            build(say)
        except (OSError, subprocess.CalledProcessError) as cause:
            say(f"a peer could not be built: {cause}")


def build_ts_sdk(say):
    sources = PEERS / "ts-sdk"
    target = subjects.TS_SDK
    if newer(target / "dist" / "http.cjs", sources):
        return
    say("building the TypeScript SDK peer (npm, esbuild)")
    shutil.copytree(sources, target, dirs_exist_ok=True)
    run(["npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"], target)
    run(["npm", "run", "--silent", "build"], target)


def build_java_sdk(say):
    sources = PEERS / "java-sdk"
    if newer(sources / "target" / "lib" / "java-sdk-peer-0.1.0-SNAPSHOT.jar", sources / "src", sources / "pom.xml"):
        return
    say("building the Java SDK peer (mvn)")
    run(["mvn", "-q", "-B", "clean", "package"], sources)


def run(words, folder):
    subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL)


def newer(built, *sources):
    """Whether the built file is there and no source has changed since."""
    if not built.is_file():
        return False
    files = [path for source in sources for path in ([source] if source.is_file() else source.rglob("*"))]
    return all(path.stat().st_mtime <= built.stat().st_mtime for path in files)
