"""Trains archives for what is measured, once, and gives the secured function its surroundings."""

import dataclasses
import pathlib

from harness import functions, staging, surroundings, tools


class Workshop:
    def __init__(self, jdks, network, api, say):
        self.jdks = jdks
        self.network = network
        self.api = api
        self.say = say
        self.made = None

    def forms(self):
        """Forms (b) and (c), made once."""
        java = self.jdks[25]
        if self.made is None and not java.exists():
            self.made = (staging.Form((str(java),), staging.FOLDER, ()),) * 2
        if self.made is None:
            self.made = staging.archived_and_custom(java, self.say)
        return self.made

    def surroundings(self):
        self.say("making a key for access tokens")
        return surroundings.Surroundings(self.network)

    def trained(self, function, name):
        """
        The same function with an AOT cache of JDK 25, which is made when one of its jars is newer. The secured function
        is trained each time, with the settings that it is measured with.
        """
        cache = staging.FOLDER / name
        java, *rest = function.words
        if not function.missing() and (function.surroundings or not tools.newer(cache, *class_path(rest))):
            self.say(f"training {name}")
            cache.unlink(missing_ok=True)
            with (staging.FOLDER / f"{name}.log").open("wb") as log:
                functions.train(function, self.api, (java, f"-XX:AOTCacheOutput={cache}", *rest), log)
        return dataclasses.replace(
            function,
            needs=(*function.needs, cache),
            words=(java, f"-XX:AOTCache={cache}", *rest),
            deployed=(*function.deployed, cache),
        )


def class_path(words):
    return [pathlib.Path(jar) for jar in words[words.index("-cp") + 1].split(":")]
