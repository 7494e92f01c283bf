"""What a function is started with: our three deployable forms, the runtime client, and archives that are trained here."""

import shutil
import subprocess
import zipfile

from harness import subjects, tools

FOLDER = subjects.BENCHMARKS / "target" / "cold-start"
FORMS = subjects.HOUSE / "dist" / "target" / "lambda-forms"
FLAT = FOLDER / "flat"
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
SOURCES = ("app", "aws-adapter", "core", "dist", "function", "oauth", "outbound", "processor", "schema", "settings", "tools")


def client():
    """The jars of the runtime client, which the platform brings."""
    return [jar for jar in sorted(EMPTY.glob("*.jar")) if "-peer-" not in jar.name]


def prepare(say):
    """Builds our package when a source is newer, and takes the native part out of the runtime client."""
    if not tools.newer(ZIP, *(subjects.HOUSE / module / "src" / "main" for module in SOURCES)):
        say("building footbridge-lambda.zip (mvn)")
        words = ["mvn", "-q", "-B", "-ntp", "-pl", "dist", "-am", "-Dmaven.test.skip", "-Djacoco.skip"]
        subprocess.run([*words, "-Dspotless.check.skip", "package"], cwd=subjects.HOUSE, check=True, stdout=subprocess.DEVNULL)
    FOLDER.mkdir(parents=True, exist_ok=True)
    for jar in EMPTY.glob("*runtime-interface-client*.jar"):
        with zipfile.ZipFile(jar) as packed:
            JNI.write_bytes(packed.read(f"jni/libaws-lambda-jni.linux-{machine()}.so"))
    stand_in_forms()


def machine():
    name = tools.os.uname().machine
    return "aarch_64" if name == "aarch64" else name


def stand_in_forms():
    """The unzipped package, and the same with the classes at its root in a jar: an archive takes no folders."""
    managed, flat = FOLDER / "managed", FLAT
    if tools.newer(flat / "lib" / "entry.jar", ZIP):
        return
    for folder in (managed, flat):
        shutil.rmtree(folder, ignore_errors=True)
        with zipfile.ZipFile(ZIP) as packed:
            packed.extractall(folder)
    with zipfile.ZipFile(flat / "lib" / "entry.jar", "w", zipfile.ZIP_DEFLATED) as jar:
        for file in sorted((flat / "dev").rglob("*.class")):
            jar.write(file, file.relative_to(flat))
    shutil.rmtree(flat / "dev")


def on_client(java, class_path, handler, flags=FLAGS):
    """The runtime client with a handler, all of it on the class path or only the client itself."""
    path = ":".join(str(jar) for jar in class_path)
    return (str(java), *flags, f"-D{NATIVE}={JNI}", "-cp", path, CLIENT, handler)


def flat_jars():
    return sorted((FLAT / "lib").glob("*.jar"))


def image(java):
    """A JDK with the modules of our loop only, as a custom runtime brings it."""
    folder = FOLDER / "image"
    if not tools.newer(folder / "release", FLAT / "lib" / "entry.jar"):
        shutil.rmtree(folder, ignore_errors=True)
        home = java.parent
        jars = [str(jar) for jar in flat_jars()]
        words = [home / "jdeps", "--multi-release", "25", "--ignore-missing-deps", "--print-module-deps", *jars]
        modules = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout.split()[-1]
        words = [home / "jlink", "--add-modules", modules, "--strip-debug", "--no-man-pages", "--no-header-files", "--output"]
        subprocess.run([*words, folder], check=True, stdout=subprocess.DEVNULL)
    return folder / "bin" / "java"
