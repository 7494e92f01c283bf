#!/bin/sh
# What the host of Azure Functions starts as a custom handler: finds the Java of the image, picks its flags, and serves at
# the port in FUNCTIONS_CUSTOMHANDLER_PORT. It is started as 'sh start.sh', so that it need not be executable.
# With the word 'train' it makes a cache of loaded classes beside itself, which a start uses if it was made by the same
# Java for the same jars. FOOTBRIDGE_JAVA_OPTIONS are further flags; FOOTBRIDGE_JAVA_HOMES is the folder of Javas to look
# into, /usr/lib/jvm if it is not set.
set -u

fail() {
    printf 'footbridge: error: %s\n' "$*" >&2
    exit 3
}

# Sets version to the feature release of the Java in folder $1, or to 0. Its release file spares starting it.
look_at() {
    version=0
    [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    else
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
    fi
    version=${version:-0}
}

# Takes the Java in folder $1 if it is newer than what was found before.
consider() {
    look_at "$1"
    if [ "$version" -ge 17 ] && [ "$version" -gt "$found" ]; then
        java=$1
        found=$version
    fi
}

# JAVA_HOME is what the image or somebody decided, and wins; the rest is a search.
find_java() {
    java=
    found=0
    [ -z "${JAVA_HOME:-}" ] || consider "$JAVA_HOME"
    [ "$found" = 0 ] || return 0
    for folder in "${FOOTBRIDGE_JAVA_HOMES:-/usr/lib/jvm}"/*; do
        consider "$folder"
    done
    [ "$found" = 0 ] || return 0
    on_path=$(command -v java) || fail "no Java, version 17 or newer, in JAVA_HOME, in ${FOOTBRIDGE_JAVA_HOMES:-/usr/lib/jvm}, or on the PATH"
    while [ -h "$on_path" ]; do
        link=$(readlink "$on_path")
        case $link in
            /*) on_path=$link ;;
            *) on_path=$(dirname "$on_path")/$link ;;
        esac
    done
    consider "$(dirname "$(dirname "$on_path")")"
    [ "$found" != 0 ] || fail "the Java on the PATH is older than 17: $on_path"
}

# One order: a cache is only good for the class path it was made with.
class_path() {
    path=$home/footbridge.jar
    for jar in "$home"/lib/*.jar; do
        path=$path:$jar
    done
}

# What a cache depends on: this Java and the bytes of every jar. A JVM itself looks at times and sizes at most.
cache_key() {
    cat "$java/release" 2>/dev/null || "$java/bin/java" -version 2>&1
    (cd "$home" && cksum footbridge.jar lib/*.jar)
}

has_good_cache() {
    [ -f "$cache" ] && [ -f "$cache.key" ] && [ "$(cache_key)" = "$(cat "$cache.key")" ]
}

home=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || fail "cannot find the folder of this script"
find_java
class_path
# docs/adr/0007-flags-of-the-launcher.md says what each brings and takes away.
flags="-XX:+UseSerialGC -XX:-UsePerfData -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=10
    -Dfile.encoding=UTF-8"
# Java 25 keeps linked classes (JEP 514), older ones loaded ones (JEP 350).
words=
if [ "$found" -ge 25 ]; then
    cache=$home/footbridge.aot
    makes=-XX:AOTCacheOutput=$cache
    uses=-XX:AOTCache=$cache
    # What JDK 25 remembers of the compilers in training it compiles again at once, on two more threads.
    [ "$found" -ne 25 ] || words="-XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining"
else
    cache=$home/footbridge.jsa
    makes=-XX:ArchiveClassesAtExit=$cache
    uses=-XX:SharedArchiveFile=$cache
fi

if [ "${1:-}" = train ]; then
    rm -f "$cache" "$cache.key"
    # shellcheck disable=SC2086
    "$java/bin/java" "$makes" $flags -Xlog:disable -cp "$path" dev.footbridge.dist.azure.StreamMain train >/dev/null 2>&1 ||
        fail "the cache could not be made"
    [ -f "$cache" ] || fail "the cache could not be made"
    cache_key >"$cache.key"
    exit 0
fi
has_good_cache || { uses= && words=; }
# The last word of a kind counts, so the operator's are behind ours.
# shellcheck disable=SC2086
exec "$java/bin/java" ${uses:+"$uses"} $words $flags -Xlog:disable -Xlog:all=error:stderr ${FOOTBRIDGE_JAVA_OPTIONS:-} \
    -cp "$path" dev.footbridge.dist.azure.StreamMain
