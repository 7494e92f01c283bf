"""What must hold of the files beside their syntax and the types of resources."""

import json
import re

from reading import literal, objects, pairs, text

ROLES = {
    "b7e6dc6d-f1e8-4753-8033-0f276bb0955b": "Storage Blob Data Owner",
    "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3": "Storage Table Data Contributor",
    "4633458b-17de-408a-b874-0445c86b69e6": "Key Vault Secrets User",
    "3913510d-42f4-4e42-8a64-420c390055eb": "Monitoring Metrics Publisher",
}
SAID = {
    "Microsoft.Storage/storageAccounts": {"allowSharedKeyAccess": False, "allowBlobPublicAccess": False},
    "Microsoft.KeyVault/vaults": {"enableRbacAuthorization": True, "enablePurgeProtection": True},
    "Microsoft.Insights/components": {"DisableLocalAuth": True},
    "Microsoft.Web/serverfarms": {"reserved": True},
    "Microsoft.Web/sites": {"httpsOnly": True},
    "Microsoft.Web/sites/basicPublishingCredentialsPolicies": {"allow": False},
}


def one_file(file):
    """Problems of a file by itself, each with its line."""
    found = list(file.errors)
    declared = {each.name for each in file.declarations if each.kind != "output"}
    for each in file.declarations:
        described = literal(each.decorators.get("description"))
        if each.kind == "parameter" and not described:
            found.append((each.line, f"nothing describes the parameter {each.name}"))
        if each.kind in ("parameter", "variable") and each.name not in file.used:
            found.append((each.line, f"{each.name} is never used"))
        if each.kind == "resource" and not each.existing:
            found += facts(each)
        if each.value is not None:
            for name in sorted(unknown(each.value, declared)):
                found.append((each.line, f"{each.name} uses {name}, which is nowhere"))
    for each in file.of("variable").values():
        value = literal(each.value)
        if isinstance(value, str) and re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", value) and value not in ROLES:
            found.append((each.line, f"{each.name} is no role that the function is known to need"))
    return found


def unknown(node, declared):
    """Identifiers that nothing declares; what a lambda declares holds within it."""
    if node.type == "identifier":
        return set() if text(node) in declared else {text(node)}
    children = node.named_children
    if node.type == "lambda_expression":
        declared = declared | {text(each) for each in children[:-1] if each.type == "identifier"}
        children = children[-1:]
    if node.type == "call_expression":
        children = [each for each in children if each.type != "identifier"]
    if node.type == "object_property" and children[0].type == "identifier":
        children = children[1:]
    return {name for each in children for name in unknown(each, declared)}


def facts(resource):
    kind = resource.type.split("@")[0]
    wanted = SAID.get(kind, {})
    said = {}
    for each in objects(resource.value):
        for name, value in pairs(each):
            if name == "properties" and value.type == "object":
                said.update({key: literal(inner) for key, inner in pairs(value)})
    found = [(resource.line, f"{resource.name} must say {name}: {str(value).lower()}")
             for name, value in wanted.items() if said.get(name) is not value]
    if kind == "Microsoft.KeyVault/vaults/secrets" and "onlyIfNotExists" not in resource.decorators:
        found.append((resource.line, f"{resource.name} would be a new secret at every deployment"))
    return found


def together(files):
    """Problems between the files: what modules are given and asked for."""
    found = []
    for file in files.values():
        for module in file.of("module").values():
            target = files.get(module.type)
            if target is None:
                found.append((file.path.name, module.line, f"{module.type} is not there"))
                continue
            given = {}
            for each in objects(module.value):
                for name, value in pairs(each):
                    if name == "params":
                        given = dict(pairs(value))
            wanted = target.of("parameter")
            for name in sorted(given.keys() - wanted.keys()):
                found.append((file.path.name, module.line, f"{module.type} has no parameter {name}"))
            for name, parameter in wanted.items():
                if parameter.value is None and name not in given:
                    found.append((file.path.name, module.line, f"{module.type} is not given {name}"))
                value = given.get(name)
                source = file.of("parameter").get(text(value)) if value is not None and value.type == "identifier" else None
                if source is not None and source.type != parameter.type:
                    found.append((file.path.name, module.line, f"{name} is {source.type} here and {parameter.type} there"))
            for name in sorted(asked(file, module.name) - target.of("output").keys()):
                found.append((file.path.name, module.line, f"{module.type} has no output {name}"))
    reached, waiting = set(), ["main.bicep"]
    while waiting:
        name = waiting.pop()
        if name in files and name not in reached:
            reached.add(name)
            waiting += [module.type for module in files[name].of("module").values()]
    found += [(name, 1, "nobody uses this file") for name in sorted(files.keys() - reached)]
    return found


def asked(file, module):
    """The outputs of a module that a file reads."""
    found = set()
    for each in file.declarations:
        if each.value is not None:
            found.update(re.findall(rf"\b{module}!?\.outputs\.(\w+)", text(each.value)))
    return found


def environment_name(parameter):
    fixed = {"environmentName": "AZURE_ENV_NAME", "location": "AZURE_LOCATION"}
    return fixed.get(parameter) or "MCP_" + re.sub(r"([A-Z])", r"_\1", parameter).upper()


def parameter_file(main, content):
    """Each parameter can be set by 'azd env set', under a name that follows from its own and is no output's."""
    said = json.loads(content)["parameters"]
    wanted = {name: {"value": "${" + environment_name(name) + "}"} for name in main.of("parameter")}
    found = [f"{name} should be {wanted.get(name)}, is {said.get(name)}"
             for name in sorted(said.keys() | wanted.keys()) if said.get(name) != wanted.get(name)]
    taken = {environment_name(name) for name in main.of("parameter")} - {"AZURE_LOCATION"}
    return found + [f"the output {name} is also what sets a parameter" for name in main.of("output") if name in taken]


def app_settings(app, sources):
    """Settings of the server are those that it reads, as the text of the adapter's classes has them."""
    words = re.findall(r'"(?:FOOTBRIDGE_)?([A-Z][A-Z_]+)"', sources)
    known = {f"FOOTBRIDGE_{name}" for name in words}
    named = dict(pairs(app.of("variable")["settings"].value))
    return [f"the app setting {name} is read by nobody" for name in named if name.startswith("FOOTBRIDGE_") and name not in known]
