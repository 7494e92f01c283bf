"""Forms (b) and (c) as `dist/lambda-forms` would make them, for a checkout that has no such command yet."""

import shutil
import subprocess
import zipfile

from harness import staging, tools

FLAT = staging.FOLDER / "flat"
# A compiler that goes on with what it learnt in training takes processor time from a start.
FLAGS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTReplayTraining")


def forms(java, say):
    lay_out()
    brought = {jar.name for jar in staging.client()}
    path = [jar for jar in staging.jars(FLAT) if jar.name not in brought] + staging.client()
    archived = staging.Form(staging.on_client(java, path, staging.ENTRY, FLAGS), FLAT, (FLAT,), "archived.aot")
    words = (str(image(java)), *FLAGS, "-cp", ":".join(str(jar) for jar in staging.jars(FLAT)), staging.LOOP)
    custom = staging.Form(words, FLAT, (FLAT, staging.FOLDER / "image"), "custom.aot")
    return archived, custom


def lay_out():
    """The unzipped package with the classes at its root in a jar: an archive takes no folders."""
    if tools.newer(FLAT / "lib" / "entry.jar", staging.ZIP):
        return
    shutil.rmtree(FLAT, ignore_errors=True)
    with zipfile.ZipFile(staging.ZIP) as packed:
        packed.extractall(FLAT)
    with zipfile.ZipFile(FLAT / "lib" / "entry.jar", "w", zipfile.ZIP_DEFLATED) as jar:
        for file in sorted((FLAT / "dev").rglob("*.class")):
            jar.write(file, file.relative_to(FLAT))
    shutil.rmtree(FLAT / "dev")


def image(java):
    """A JDK with the modules of our loop only, as a custom runtime brings it."""
    folder = staging.FOLDER / "image"
    if not tools.newer(folder / "release", FLAT / "lib" / "entry.jar"):
        shutil.rmtree(folder, ignore_errors=True)
        home, jars = java.parent, [str(jar) for jar in staging.jars(FLAT)]
        words = [home / "jdeps", "--multi-release", "25", "--ignore-missing-deps", "--print-module-deps", *jars]
        modules = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout.split()[-1]
        words = [home / "jlink", "--add-modules", modules, "--strip-debug", "--no-man-pages", "--no-header-files", "--output"]
        subprocess.run([*words, folder], check=True, stdout=subprocess.DEVNULL)
    return folder / "bin" / "java"
