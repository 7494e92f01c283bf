"""Measures one class of JMH benchmarks, compiled anew."""

import json
import os
import pathlib
import subprocess

from harness import subjects

TARGET = subjects.HOUSE / "benchmarks" / "target"
QUICK = ["-f", "1", "-wi", "3", "-w", "1", "-i", "3", "-r", "1"]
FULL = ["-f", "3", "-wi", "5", "-w", "1", "-i", "5", "-r", "1"]


def build():
    command = ["mvn", "-q", "-B", "-pl", "benchmarks", "-am", "-DskipTests", "compile", "dependency:build-classpath",
               "-DincludeScope=runtime", "-Dmdep.outputFile=${project.build.directory}/class-path"]
    subprocess.run(command, cwd=subjects.HOUSE, check=True)


def measured(benchmark, quick, flags=""):
    """What JMH says of each method of that class, by the method's name."""
    home = os.environ.get("JAVA_HOME")
    java = pathlib.Path(home, "bin", "java") if home else "java"
    results = TARGET / f"{benchmark}.json"
    path = f"{TARGET / 'classes'}:{(TARGET / 'class-path').read_text(encoding='utf-8').strip()}"
    command = [str(java), "-cp", path, "org.openjdk.jmh.Main", benchmark, "-jvmArgs", f"-XX:+UseSerialGC {flags}".strip(),
               "-prof", "gc", "-rf", "json", "-rff", str(results), "-v", "SILENT", "-foe", "true", *(QUICK if quick else FULL)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    rows = json.loads(results.read_text(encoding="utf-8"))
    return {row["benchmark"].rpartition(".")[2]: row for row in rows}


def allocated(row):
    """Bytes of one operation."""
    return row["secondaryMetrics"]["gc.alloc.rate.norm"]["score"]
