# What stream.sh, archived.sh and bootstrap share: the archive of loaded classes that dist/lambda-forms puts beside them, and
# whether it fits. It fits the very JDK it was made by and the very bytes of every jar, in their order; the JVM looks at
# less, would run old code out of an archive that is older than its jars, and starts slower with an archive it refuses than
# without one. So what does not fit is left aside here, without a word. Everything in here is shell, or one process for
# all jars: each costs a millisecond of every start.
# FOOTBRIDGE_TRAINING is set when the archive is made, and names it.

task=${LAMBDA_TASK_ROOT:-/var/task}
loop=dev.footbridge.dist.lambda.LambdaMain

# Sets path to what stands in $1 and then every jar of the package, in one order wherever that is asked, and as seen from the
# folder of the package, into which it goes: where an archive was made is another place, and a JVM looks for jars there first.
spell_path() {
  cd "$task"
  near=${task%/*}/
  path=
  rest=$1
  while [ -n "$rest" ]; do
    jar=${rest%%:*}
    rest=${rest#"$jar"}
    rest=${rest#:}
    case $jar in "$near"*) jar=../${jar#"$near"} ;; esac
    path=$path${path:+:}$jar
  done
  locale=${LC_ALL-unset}
  LC_ALL=C
  for jar in lib/*.jar; do
    path=$path${path:+:}$jar
  done
  if [ "$locale" = unset ]; then unset LC_ALL; else LC_ALL=$locale; fi
}

# A digest of the JDK in folder $1 and of the jars in path. The end of a jar has the CRC-32 of all that is in it, and its
# length; $2 is how long the longest such end is among the jars of the package.
digest() {
  ifs=$IFS
  IFS=:
  # shellcheck disable=SC2086
  tail -q -c "$2" "$1/release" $path 2>/dev/null | cksum
  IFS=$ifs
}

# Sets use and words to what makes the JDK in folder $1 use the archive with path, and fails if there is none that fits: then
# both are empty, because another JDK may not know a flag, and would not start.
find_archive() {
  use=
  words=
  case ${FOOTBRIDGE_TRAINING:-} in
    *.aot) use=-XX:AOTCacheOutput=$FOOTBRIDGE_TRAINING && return ;;
    *.jsa) use=-XX:ArchiveClassesAtExit=$FOOTBRIDGE_TRAINING && return ;;
  esac
  [ -f "$task/archive.key" ] || return 1
  { read -r archive reach made && read -r flags; } <"$task/archive.key" || return 1
  [ -f "$task/$archive" ] && [ "$(digest "$1" "$reach")" = "$made" ] || return 1
  words=$flags
  case $archive in
    *.aot) use=-XX:AOTCache=$task/$archive ;;
    *) use=-XX:SharedArchiveFile=$task/$archive ;;
  esac
}

# Sets java and client to the Java and the class path in the command line of a managed runtime.
read_managed() {
  java=$1
  client=
  while [ $# -gt 1 ]; do
    shift
    case $1 in
      -cp | -classpath | --class-path) client=${2:-} && return ;;
      --class-path=*) client=${1#*=} && return ;;
    esac
  done
}

# Starts class $1 with arguments $2 in the place of what the command line of a managed runtime behind it would start: with
# the same Java and the same flags of the virtual machine, but for archives, which are made for another class path, and
# for modules that are opened, which the archive was made without.
start_instead() {
  main=$1
  argument=$2
  shift 3
  count=$#
  while [ "$count" -gt 0 ]; do
    word=$1
    shift
    count=$((count - 1))
    case $word in
      -Xshare:* | -XX:SharedArchiveFile=* | -XX:AOT*) ;;
      -X* | -D*) set -- "$@" "$word" ;;
    esac
  done
  # shellcheck disable=SC2086
  exec "$java" ${use:+"$use"} $words "$@" -cp "$path" "$main" $argument
}
