"""What our functions are started with: the runtime client, and our three deployable forms."""

import dataclasses
import os
import pathlib
import shutil
import subprocess
import zipfile

from harness import subjects, tools

FOLDER = subjects.BENCHMARKS / "target" / "cold-start"
# As on Lambda from each other: archives are for jars that lie like this.
TASK = FOLDER / "var" / "task"
CUSTOM = FOLDER / "custom"
RUNTIME = FOLDER / "var" / "runtime" / "lib"
MAKER = subjects.HOUSE / "dist" / "lambda-forms"
FORMS = subjects.HOUSE / "dist" / "target" / "lambda-forms"
ZIP = subjects.HOUSE / "dist" / "target" / "footbridge-lambda.zip"
EMPTY = tools.PEERS / "lambda-empty" / "target" / "lib"
JNI = FOLDER / "libaws-lambda-jni.so"
NATIVE = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI"
CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda"
ENTRY = "dev.footbridge.dist.lambda.LambdaEntry"
LOOP = "dev.footbridge.dist.lambda.LambdaMain"
FLAGS = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData")
# As the managed runtime starts its client; what belongs to its own archives is left out.
MANAGED = (
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "-XX:MaxHeapSize=445645k",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
    "-Djava.net.preferIPv4Stack=true",
)
SOURCES = ("app", "aws-adapter", "azure-adapter", "closures", "core", "dist", "function", "local-server", "oauth", "processor", "settings",
           "telemetry", "tools")


@dataclasses.dataclass(frozen=True)
class Form:
    """The words that start it, in which folder, and what of that is deployed."""

    words: tuple
    task: pathlib.Path
    deployed: tuple


def prepare(say):
    """Builds our package when a source is newer, and takes the native part out of the runtime client."""
    places = (subjects.HOUSE / module / place for module in SOURCES for place in ("pom.xml", "src/main"))
    if not tools.newer(ZIP, subjects.HOUSE / "pom.xml", *places):
        say("building footbridge-lambda.zip (mvn)")
        words = ["mvn", "-q", "-B", "-ntp", "-pl", "dist", "-am", "-Dmaven.test.skip", "-Djacoco.skip"]
        subprocess.run([*words, "-Dspotless.check.skip", "package"], cwd=subjects.HOUSE, check=True, stdout=subprocess.DEVNULL)
        ZIP.touch()
    RUNTIME.mkdir(parents=True, exist_ok=True)
    for jar in jars_of_client():
        if not (RUNTIME / jar.name).exists():
            shutil.copy2(jar, RUNTIME)
    for jar in RUNTIME.glob("*runtime-interface-client*.jar"):
        with zipfile.ZipFile(jar) as packed:
            JNI.write_bytes(packed.read(f"jni/libaws-lambda-jni.linux-{machine()}.so"))


def jars_of_client():
    return [jar for jar in subjects.jars(EMPTY) if "-peer-" not in jar.name]


def client():
    """The jars of the runtime client, which the platform brings."""
    return subjects.jars(RUNTIME)


def machine():
    return "aarch_64" if os.uname().machine == "aarch64" else os.uname().machine


def on_client(java, class_path, handler, flags=FLAGS):
    """The runtime client with a handler, all of it on the class path or only the client itself."""
    path = ":".join(str(jar) for jar in class_path)
    return (str(java), *flags, f"-D{NATIVE}={JNI}", "-cp", path, CLIENT, handler)


def managed(java):
    """Form (a) without a snapshot: what is deployed is only seen by the client's own class loader."""
    folder = FOLDER / "managed"
    if not tools.newer(folder / "bootstrap", ZIP):
        shutil.rmtree(folder, ignore_errors=True)
        with zipfile.ZipFile(ZIP) as packed:
            packed.extractall(folder)
        (folder / "bootstrap").touch()
    return Form(on_client(java, client(), ENTRY, MANAGED), folder, (folder,))


def archived_and_custom(java, say):
    """Forms (b) and (c), made by the command that users have for it, and taken out of the folder that others are made in."""
    words = [str(word) for word in (MAKER, "--as-built", "--java", java.parent.parent, "--client", RUNTIME)]
    zips = [ZIP.with_name(f"footbridge-lambda-{form}.zip") for form in ("archived", "custom")]
    stamp = FOLDER / "lambda-forms.made"
    if not all(made.is_file() for made in zips) or not is_made(stamp, words, zips, java):
        say("building the forms with an archive (dist/lambda-forms)")
        with (FOLDER / "lambda-forms.log").open("wb") as log:
            subprocess.run(words, check=True, stdout=log, stderr=log)
        stamp.write_text(by(words, java), encoding="utf-8")
    take_out("archived", TASK)
    take_out("custom", CUSTOM)
    return on_archive(java, TASK, RUNTIME), on_own_java(CUSTOM)


def guarded(java, say):
    """Forms (b) and (c) as docs/aws.md wants them for functions with settings. Made where the others are, which are made again behind them."""
    home = FOLDER / "guarded"
    task, runtime, custom = home / "var" / "task", home / "var" / "runtime" / "lib", home / "custom"
    words = [str(word) for word in (MAKER, "--guarded", "--as-built", "--java", java.parent.parent, "--client", runtime)]
    if not is_made(home / "made", words, (), java):
        say("building the forms with an archive for guarded functions (dist/lambda-forms --guarded)")
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(RUNTIME, runtime)
        with (FOLDER / "lambda-forms-guarded.log").open("wb") as log:
            subprocess.run(words, check=True, stdout=log, stderr=log)
        take_out("archived", task)
        take_out("custom", custom)
        (home / "made").write_text(by(words, java), encoding="utf-8")
    return on_archive(java, task, runtime), on_own_java(custom)


def take_out(form, folder):
    """A form in a folder of its own: the next ones are made where it was."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(FORMS / form, folder, symlinks=True)


def on_own_java(folder):
    """As the platform starts what brings its own Java."""
    return Form((str(folder / "bootstrap"),), folder, (folder,))


def on_archive(java, task, runtime):
    """As the managed runtime starts its wrapper."""
    words = (str(task / "archived.sh"), *on_client(java, subjects.jars(runtime), ENTRY, MANAGED))
    return Form(words, task, (task,))


def is_made(stamp, words, zips, java):
    """By the same words and Java before, and nothing has changed since, nor has somebody made others."""
    return tools.newer(stamp, ZIP, MAKER, *zips) and stamp.read_text(encoding="utf-8") == by(words, java)


def by(words, java):
    """What an archive was made by: it fits no other build of Java."""
    return " ".join(words) + "\n" + tools.build_of(java)
