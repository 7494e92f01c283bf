"""The subjects of benchmarks/cold-start: functions on the Runtime API, and whole servers over HTTP."""

import dataclasses

from harness import functions, ours, staging, subjects, tools, wire

GREET = {"tool": "greet", "arguments": (("name", "Ada"),), "expected": "Hello, Ada"}
OPEN = (("FOOTBRIDGE_AUTH", "iam"), ("FOOTBRIDGE_SEALING_KEYS", "env:SEALING"), ("SEALING", "s" * 64))
TS_1 = "ts-sdk " + subjects.version("ts-sdk-1/package.json", "@modelcontextprotocol/sdk")
TS = subjects.TS_SDK_NAME
HTTP_TS = f"{subjects.HTTP} {TS}"
JAVA_SDK = "java-sdk " + subjects.version("lambda-java-sdk/pom.xml", "<mcp.version>")
NODE = "empty node"
EMPTY = "empty handler aot"
ARCHIVED = "footbridge archived"
CUSTOM = "footbridge custom"
SECURED = "footbridge archived, secured"
CUSTOM_SECURED = "footbridge custom, secured"
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
        NODE: lambda name: node(name, dist / "empty.cjs", is_mcp=False),
        TS_1: lambda name: node(name, dist_1 / "lambda.cjs", era=wire.LEGACY),
        TS: lambda name: node(name, dist / "lambda.cjs"),
        TS + " bare": lambda name: node(name, dist / "bare.cjs"),
        "empty handler jdk17": lambda name: empty(older, name),
        EMPTY: lambda name: workshop.trained(empty(java, name), "empty.aot"),
        JAVA_SDK: lambda name: java_sdk(java, name),
        JAVA_SDK + " aot": lambda name: workshop.trained(java_sdk(java, name), "java-sdk.aot"),
        "footbridge managed": lambda name: of_form(name, staging.managed(java)),
        SECURED: lambda name: secured(workshop, name, workshop.guarded()[0]),
        CUSTOM_SECURED: lambda name: secured(workshop, name, workshop.guarded()[1]),
        ARCHIVED: lambda name: of_form(name, workshop.forms()[0]),
        "footbridge loop": lambda name: loop(java, name),
        CUSTOM: lambda name: of_form(name, workshop.forms()[1]),
    }


def secured(workshop, name, form):
    """A form with a door: an access token is verified, a policy asked, a limit written, the call recorded."""
    around = workshop.surroundings()
    plain = of_form(name, form)
    return dataclasses.replace(plain, surroundings=around, variables=around.variables())


def loop(java, name):
    """Our own loop on the package as it is, without an archive."""
    task = staging.managed(java).task
    words = (str(java), *staging.FLAGS, "-cp", f"{task}:{task}/lib/*", staging.LOOP)
    return of_form(name, staging.Form(words, task, (task,)))


def of_form(name, form):
    return functions.Function(name, (form.words[0], form.task), form.words, form.task, form.deployed, OPEN, **GREET)


def servers_of(workshop):
    """The same for whole processes over HTTP."""
    java = workshop.jdks[25]
    makers = {HTTP_TS: lambda name: subjects.typescript(subjects.HTTP)}
    for name, cached in (("footbridge jdk25", False), ("footbridge jdk25 aot", True)):
        makers["http " + name] = lambda row, name=name, cached=cached: ours.row(name, subjects.HTTP, java, cached)
    for peer in (lambda: subjects.java_sdk(subjects.HTTP, java), lambda: subjects.quarkus(java), lambda: subjects.spring_ai(java)):
        makers[peer().row] = lambda row, peer=peer: peer()
        makers[peer().row + " aot"] = lambda row, peer=peer: workshop.trained_server(peer())
    return makers
