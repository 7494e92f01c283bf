"""Trains archives for what is measured, once, and gives the secured function its surroundings."""

import dataclasses
import pathlib

from harness import functions, measure, staging, surroundings, tools


# What our own forms are started with beside an archive of JDK 25. Who is compared with them gets it too.
ARCHIVE = (
    "-XX:+UnlockDiagnosticVMOptions",
    "-XX:-AOTReplayTraining",
    "-XX:CompileThresholdScaling=4",
    "-Xlog:disable",
    "-Xlog:all=error:stderr",
)


class Workshop:
    def __init__(self, jdks, network, api, say):
        self.jdks = jdks
        self.network = network
        self.api = api
        self.say = say
        self.made = None
        self.around = None

    def guarded(self):
        """Forms (b) and (c) with an archive for guarded functions. Asked for first they spare making the others twice."""
        return staging.guarded(self.jdks[25], self.say)

    def forms(self):
        """Forms (b) and (c), made once."""
        java = self.jdks[25]
        if self.made is None and not java.exists():
            self.made = (staging.Form((str(java),), staging.FOLDER, ()),) * 2
        if self.made is None:
            self.made = staging.archived_and_custom(java, self.say)
        return self.made

    def surroundings(self):
        if self.around is None:
            self.say("making a key for access tokens")
            self.around = surroundings.Surroundings(self.network)
        return self.around

    def trained(self, function, name):
        """The same function with an AOT cache of JDK 25, which is made when one of its jars is newer."""
        java, *rest = function.words
        cache = staging.FOLDER / name
        if not function.missing() and not is_trained(cache, java, rest):
            with self.training(cache, java) as log:
                functions.train(function, self.api, (java, f"-XX:AOTCacheOutput={cache}", *rest), log)
        return dataclasses.replace(
            function,
            needs=(*function.needs, cache),
            words=(java, f"-XX:AOTCache={cache}", *ARCHIVE, *rest),
            deployed=(*function.deployed, cache),
        )

    def trained_server(self, server):
        """The same for a whole process over HTTP."""
        java, *rest = server.words
        cache = staging.FOLDER / f"{server.name.split()[0]}-server.aot"
        if not server.missing() and not is_trained(cache, java, rest):
            with self.training(cache, java) as log:
                making = dataclasses.replace(server, words=(java, f"-XX:AOTCacheOutput={cache}", *rest))
                measure.train(making, functions.CALLS, log)
        words = (java, f"-XX:AOTCache={cache}", *ARCHIVE, *rest)
        return dataclasses.replace(server, name=server.name + " aot", needs=(*server.needs, cache), words=words)

    def training(self, cache, java):
        self.say(f"training {cache.name}")
        cache.unlink(missing_ok=True)
        maker_of(cache).write_text(tools.build_of(pathlib.Path(java)), encoding="utf-8")
        return (staging.FOLDER / f"{cache.name}.log").open("wb")


def maker_of(cache):
    return cache.with_name(cache.name + ".java")


def is_trained(cache, java, words):
    """By this very Java, and no jar is newer."""
    maker = maker_of(cache)
    known = maker.is_file() and maker.read_text(encoding="utf-8") == tools.build_of(pathlib.Path(java))
    return known and tools.newer(cache, *class_path(words))


def class_path(words):
    """The jars behind `-cp` or `-jar`."""
    option = "-cp" if "-cp" in words else "-jar"
    return [pathlib.Path(jar) for jar in str(words[words.index(option) + 1]).split(":")]
