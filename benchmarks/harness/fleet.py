"""The subjects of benchmarks/cold-start: functions on the Runtime API, and whole servers over HTTP."""

import dataclasses

from harness import functions, ours, staging, subjects, tools, wire

GREET = {"tool": "greet", "arguments": (("name", "Ada"),), "expected": "Hello, Ada"}
OPEN = (("FOOTBRIDGE_AUTH", "iam"), ("FOOTBRIDGE_SEALING_KEYS", "env:SEALING"), ("SEALING", "s" * 64))
TS = "ts-sdk 2.4.0"
HTTP_TS = "http ts-sdk 2.4.0"
EMPTY = "empty handler jdk25 aot"
ARCHIVED = "footbridge archived"
CUSTOM = "footbridge custom"
SECURED = "footbridge archived, secured"
HANDLER = "dev.footbridge.benchmarks.peer."


def node(name, bundle, **how):
    return functions.Function(name, (bundle,), ("node", bundle), bundle.parent, (bundle,), **how)


def empty(java, name):
    jar = tools.maven_jar("lambda-empty")
    words = staging.on_client(java, [jar, *staging.client()], HANDLER + "EmptyHandler")
    return functions.Function(name, (java, jar), words, staging.FOLDER, (jar,), is_mcp=False)


def java_sdk(java, name):
    jars = subjects.jars(tools.maven_jar("lambda-java-sdk").parent)
    words = staging.on_client(java, jars, HANDLER + "McpHandler")
    brought = {jar.name for jar in staging.client()}
    own = tuple(jar for jar in jars if jar.name not in brought)
    return functions.Function(name, (java, tools.maven_jar("lambda-java-sdk")), words, staging.FOLDER, own)


def peers(jdks, api, say):
    cache = staging.FOLDER
    yield node("empty node", subjects.TS_SDK / "dist" / "empty.cjs", is_mcp=False)
    yield empty(jdks[17], "empty handler jdk17")
    yield staging.trained(empty(jdks[25], EMPTY), api, cache / "empty.aot", say)
    yield node("ts-sdk 1.32.2", subjects.TS_SDK_1 / "dist" / "lambda.cjs", era=wire.LEGACY)
    yield node(TS, subjects.TS_SDK / "dist" / "lambda.cjs")
    yield node("ts-sdk 2.4.0 bare", subjects.TS_SDK / "dist" / "bare.cjs")
    yield java_sdk(jdks[25], "java-sdk 2.1.0 jdk25")
    yield staging.trained(java_sdk(jdks[25], "java-sdk 2.1.0 jdk25 aot"), api, cache / "java-sdk.aot", say)


def forms(jdks, api, say):
    """Ours in each deployable form, and without an archive beside it."""
    managed = staging.FOLDER / "managed"
    yield ours_with(
        "footbridge managed", staging.on_client(jdks[25], staging.client(), staging.ENTRY, staging.MANAGED), managed
    )
    yield archived(jdks, api, say)
    jars = ":".join(str(jar) for jar in staging.flat_jars())
    task = staging.FOLDER / "flat"
    yield ours_with("footbridge loop", (str(jdks[25]), *staging.FLAGS, "-cp", jars, staging.LOOP), task)
    yield custom(jdks, api, say)


def archived(jdks, api, say, secured=None):
    """Form (b): the runtime client with every jar on its class path, and an archive."""
    task = staging.FOLDER / "flat"
    brought = {jar.name for jar in staging.client()}
    path = [jar for jar in staging.flat_jars() if jar.name not in brought] + staging.client()
    words = staging.on_client(jdks[25], path, staging.ENTRY)
    plain = ours_with(SECURED if secured else ARCHIVED, words, task)
    if secured:
        plain = dataclasses.replace(plain, surroundings=secured, variables=secured.variables())
    return staging.trained(plain, api, staging.FOLDER / ("secured.aot" if secured else "archived.aot"), say)


def custom(jdks, api, say):
    """Form (c): our own loop on a JDK of few modules, and an archive."""
    if not jdks[25].exists():
        return ours_with(CUSTOM, (str(jdks[25]),), staging.FOLDER / "flat")
    java = staging.image(jdks[25])
    jars = ":".join(str(jar) for jar in staging.flat_jars())
    words = (str(java), *staging.FLAGS, "-cp", jars, staging.LOOP)
    plain = ours_with(CUSTOM, words, staging.FOLDER / "flat")
    plain = dataclasses.replace(plain, deployed=(*plain.deployed, java.parent.parent))
    return staging.trained(plain, api, staging.FOLDER / "custom.aot", say)


def ours_with(name, words, task):
    return functions.Function(name, (words[0], task), words, task, (task,), OPEN, **GREET)


def servers(jdks):
    """Whole processes over HTTP."""
    yield subjects.typescript(subjects.HTTP)
    yield ours.row("footbridge jdk25", subjects.HTTP, jdks[25], cached=False)
    yield ours.row("footbridge jdk25 aot", subjects.HTTP, jdks[25], cached=True)
    yield subjects.java_sdk(subjects.HTTP, jdks[25])
    yield subjects.quarkus(jdks[25])
    yield subjects.spring_ai(jdks[25])
