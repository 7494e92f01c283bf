"""Checks infra/, azure.yaml and host.json; then whether it would have found mistakes, by making some in copies.

Usage: check.py HOUSE
"""

import re
import sys
from pathlib import Path

import manifests
import reading
import rules
import types_of

DIST = "dist/target/azure-functions/footbridge"
HOST = "host.json"
FUNCTION = "dist/src/main/azure/mcp/function.json"
STREAMING = "dist/src/main/azure-stream/host.json"
LOOKED_AT = {HOST: manifests.host_json, FUNCTION: manifests.function_json, STREAMING: manifests.streaming_host_json}

# In which file, what is there, what somebody could have written instead.
MISTAKES = [
    ("infra/app.bicep", "instanceMemoryMB:", "instanceMemoryMb:"),
    ("infra/app.bicep", "'Return401'", "'Return499'"),
    ("infra/app.bicep", "reserved: true", "reserved: 'true'"),
    ("infra/app.bicep", "httpsOnly: true", "httpsOnly: false"),
    ("infra/app.bicep", "sites/config@2024-11-01", "sites/config@2034-11-01"),
    ("infra/app.bicep", "FOOTBRIDGE_TABLE:", "FOOTBRIDGE_TABEL:"),
    ("infra/app.bicep", "siteConfig: {", "siteConfig: ["),
    ("infra/app.bicep", "@description('Release of Java.')\n", ""),
    ("infra/app.bicep", "'azd-service-name': 'footbridge'", "'azd-service-name': 'mcp'"),
    ("infra/storage.bicep", "allowSharedKeyAccess: false", "allowSharedKeyAccess: true"),
    ("infra/storage.bicep", "'Standard_LRS'", "'Standard_LSR'"),
    ("infra/storage.bicep", "b7e6dc6d-", "c7e6dc6d-"),
    ("infra/vault.bicep", "@onlyIfNotExists()\n", ""),
    ("infra/alarms.bicep", "skipMetricValidation", "skipMetricsValidation"),
    ("infra/logs.bicep", "WorkspaceResourceId: workspace.id", "WorkspaceResourceId: workspce.id"),
    ("infra/main.bicep", "    callsPerInstance: callsPerInstance\n", ""),
    ("infra/main.bicep", "vault.outputs.url", "vault.outputs.uri"),
    ("infra/main.bicep", "'alarms.bicep'", "'alarm.bicep'"),
    ("infra/main.bicep", "param table string", "param tabel string"),
    ("infra/main.parameters.json", "${MCP_TABLE}", "${MCP_TABEL}"),
    ("azure.yaml", "host: function", "host: functions"),
    ("azure.yaml", "dist: dist/target", "dist: target"),
    (HOST, '"routePrefix"', '"routesPrefix"'),
    (FUNCTION, '"anonymous"', '"function"'),
    (STREAMING, '"mcp-custom-handler"', '"mcp-custom-handlers"'),
]


def contents(house):
    names = [f"infra/{path.name}" for path in (house / "infra").iterdir()] + ["azure.yaml", *LOOKED_AT]
    return {name: (house / name).read_text() for name in names if (house / name).is_file()}


def adapter(house):
    """The text of the classes that read app settings."""
    return "\n".join(path.read_text() for path in (house / "azure-adapter/src/main").rglob("*.java"))


def problems(house, texts, sources):
    """Everything that is wrong, each in a line."""
    files = {}
    for name, content in texts.items():
        if name.endswith(".bicep"):
            file = reading.read(Path(name), content.encode())
            files[file.path.name] = file
    found = []
    for name, file in sorted(files.items()):
        kinds = [each for each in file.of("resource").values() if not each.existing]
        for line, words in rules.one_file(file) + [each for one in kinds for each in types_of.problems(one)]:
            found.append(f"infra/{name}:{line}: {words}")
    if not found:  # what does not read right by itself says nothing of the others
        found += [f"infra/{name}:{line}: {words}" for name, line, words in rules.together(files)]
    main, app = files["main.bicep"], files["app.bicep"]
    found += [f"infra/main.parameters.json: {each}" for each in rules.parameter_file(main, texts["infra/main.parameters.json"])]
    found += [f"infra/app.bicep: {each}" for each in rules.app_settings(app, sources)]
    tag = re.search(r"'azd-service-name': '([^']*)'", texts["infra/app.bicep"])
    found += [f"azure.yaml: {each}" for each in manifests.azure_yaml(texts["azure.yaml"], tag[1] if tag else None, house, DIST)]
    for name, judge in LOOKED_AT.items():
        found += [f"{name}: {each}" for each in (judge(texts[name]) if name in texts else ["is missing"])]
    return found


def unnoticed(house, texts, sources):
    """The mistakes that would pass."""
    passed = []
    for name, before, after in MISTAKES:
        if before not in texts.get(name, ""):
            passed.append(f"{name} has no {before!r} any more, in which a mistake could be made")
        elif not problems(house, {**texts, name: texts[name].replace(before, after)}, sources):
            passed.append(f"{name}: {after!r} in the place of {before!r}")
    return passed


def main(house):
    texts, sources = contents(house), adapter(house)
    found = problems(house, texts, sources)
    for each in found:
        print(f"bicep: {each}", file=sys.stderr)
    passed = [] if found else unnoticed(house, texts, sources)
    for each in passed:
        print(f"bicep: a mistake went unnoticed: {each}", file=sys.stderr)
    made = 0 if found else len(MISTAKES)
    bicep = sum(name.endswith(".bicep") for name in texts)
    print(f"bicep: {bicep} Bicep files and {len(texts) - bicep} others, {len(found)} problems;"
          f" {made - len(passed)} of {made} mistakes made on purpose were found")
    return 1 if found or passed else 0


sys.exit(main(Path(sys.argv[1])))
