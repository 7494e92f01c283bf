"""The subjects of benchmarks/cold-start: functions on the Runtime API, and whole servers over HTTP."""

import dataclasses

from harness import functions, ours, staging, subjects, tools, wire

GREET = {"tool": "greet", "arguments": (("name", "Ada"),), "expected": "Hello, Ada"}
OPEN = (("FOOTBRIDGE_AUTH", "iam"), ("FOOTBRIDGE_SEALING_KEYS", "env:SEALING"), ("SEALING", "s" * 64))
TS_1 = "ts-sdk 1.32.2"
TS = "ts-sdk 2.4.0"
HTTP_TS = "http ts-sdk 2.4.0"
EMPTY = "empty handler aot"
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


def functions_of(workshop):
    """Name and maker of every function; a maker may train an archive, so only those that are wanted are called."""
    older, java = workshop.jdks[17], workshop.jdks[25]
    dist, dist_1 = subjects.TS_SDK / "dist", subjects.TS_SDK_1 / "dist"
    return {
        "empty node": lambda name: node(name, dist / "empty.cjs", is_mcp=False),
        TS_1: lambda name: node(name, dist_1 / "lambda.cjs", era=wire.LEGACY),
        TS: lambda name: node(name, dist / "lambda.cjs"),
        TS + " bare": lambda name: node(name, dist / "bare.cjs"),
        "empty handler jdk17": lambda name: empty(older, name),
        EMPTY: lambda name: workshop.trained(empty(java, name), "empty.aot"),
        "java-sdk 2.1.0": lambda name: java_sdk(java, name),
        "java-sdk 2.1.0 aot": lambda name: workshop.trained(java_sdk(java, name), "java-sdk.aot"),
        "footbridge managed": lambda name: of_form(name, staging.managed(java)),
        ARCHIVED: lambda name: archived(workshop, name),
        SECURED: lambda name: archived(workshop, name, workshop.surroundings()),
        "footbridge loop": lambda name: loop(java, name),
        CUSTOM: lambda name: custom(workshop, name),
    }


def archived(workshop, name, secured=None):
    """Form (b): the runtime client with every jar on its class path, and an archive."""
    form = workshop.forms()[0]
    plain = of_form(name, form)
    if secured:
        plain = dataclasses.replace(plain, surroundings=secured, variables=secured.variables())
    return workshop.trained(plain, "secured.aot" if secured else form.archive) if form.archive else plain


def custom(workshop, name):
    """Form (c): our own loop on a JDK of few modules, and an archive."""
    form = workshop.forms()[1]
    return workshop.trained(of_form(name, form), form.archive) if form.archive else of_form(name, form)


def loop(java, name):
    """Our own loop on the package as it is, without an archive."""
    task = staging.managed(java).task
    words = (str(java), *staging.FLAGS, "-cp", f"{task}:{task}/lib/*", staging.LOOP)
    return of_form(name, staging.Form(words, task, (task,)))


def of_form(name, form):
    return functions.Function(name, (form.words[0], form.task), form.words, form.task, form.deployed, OPEN, **GREET)


def servers(jdks):
    """Whole processes over HTTP."""
    yield subjects.typescript(subjects.HTTP)
    yield ours.row("footbridge jdk25", subjects.HTTP, jdks[25], cached=False)
    yield ours.row("footbridge jdk25 aot", subjects.HTTP, jdks[25], cached=True)
    yield subjects.java_sdk(subjects.HTTP, jdks[25])
    yield subjects.quarkus(jdks[25])
    yield subjects.spring_ai(jdks[25])
