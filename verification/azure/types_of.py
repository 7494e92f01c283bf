"""Properties and values of resources against Microsoft's own client libraries, which are generated from the definitions of
the same interfaces as Bicep's types. Their version of an interface is the newest; the versions that the files name are
listed here, each looked up by hand in Bicep's own types (November 2026)."""

import enum
import importlib
import typing

from reading import literal, objects, pairs, text

MODELS = {
    "Microsoft.Resources/resourceGroups@2024-03-01": "resource.resources:ResourceGroup",
    "Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30": "msi.v2024_11_30:Identity",
    "Microsoft.Authorization/roleAssignments@2022-04-01": "authorization.v2022_04_01:RoleAssignmentCreateParameters",
    "Microsoft.Storage/storageAccounts@2024-01-01": "storage:StorageAccountCreateParameters",
    "Microsoft.Storage/storageAccounts/blobServices@2024-01-01": "storage:BlobServiceProperties",
    "Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01": "storage:BlobContainer",
    "Microsoft.Storage/storageAccounts/tableServices@2024-01-01": "storage:TableServiceProperties",
    "Microsoft.Storage/storageAccounts/tableServices/tables@2024-01-01": "storage:Table",
    "Microsoft.KeyVault/vaults@2024-11-01": "keyvault:VaultCreateOrUpdateParameters",
    "Microsoft.KeyVault/vaults/secrets@2024-11-01": "keyvault:SecretCreateOrUpdateParameters",
    "Microsoft.OperationalInsights/workspaces@2023-09-01": "loganalytics:Workspace",
    "Microsoft.Insights/components@2020-02-02": "applicationinsights.v2020_02_02:ApplicationInsightsComponent",
    "Microsoft.Insights/actionGroups@2023-01-01": "monitor:ActionGroupResource",
    "Microsoft.Insights/scheduledQueryRules@2023-12-01": "monitor:ScheduledQueryRuleResource",
    "Microsoft.Insights/metricAlerts@2018-03-01": "monitor:MetricAlertResource",
    "Microsoft.Web/serverfarms@2024-11-01": "web:AppServicePlan",
    "Microsoft.Web/sites@2024-11-01": "web:Site",
    "Microsoft.Web/sites/config@2024-11-01 appsettings": "web:StringDictionary",
    "Microsoft.Web/sites/config@2024-11-01 authsettingsV2": "web:SiteAuthSettingsV2",
    "Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01": "web:CsmPublishingCredentialsPoliciesEntity",
    "Microsoft.Web/sites/hostNameBindings@2024-11-01": "web:HostNameBinding",
    "Microsoft.Web/sites/certificates@2024-11-01": "web:Certificate",
}

# What Bicep itself understands in a resource, whatever its type.
ENVELOPE = {"name", "parent", "scope", "dependsOn", "location"}


class Shape:
    """What may stand in a place: objects of these models, lists and maps of these shapes, these words, scalars."""

    def __init__(self):
        self.models, self.words, self.scalars = [], [], set()
        self.items = self.values = None
        self.anything = False
        self.read_only = False


def problems(resource):
    """In words, each with its line."""
    key = resource.type
    if "/sites/config@" in key:
        names = [literal(value) for each in objects(resource.value) for name, value in pairs(each) if name == "name"]
        key += " " + (names[0] if names and names[0] else "?")
    if key not in MODELS:
        return [(resource.line, f"nobody has looked up {key}; a line in verification/azure/types_of.py does")]
    shape = Shape()
    module, name = MODELS[key].split(":")
    shape.models = [getattr(importlib.import_module(f"azure.mgmt.{module}.models"), name)]
    found = []
    for each in objects(resource.value):
        look_at(each, shape, "", found, ENVELOPE)
    return found


def look_at(node, shape, path, found, allowed=frozenset()):
    if shape is None or shape.anything:
        return
    if node.type in ("ternary_expression", "parenthesized_expression"):
        for each in node.named_children[1 if node.type == "ternary_expression" else 0 :]:
            look_at(each, shape, path, found, allowed)
    elif node.type == "object":
        look_at_object(node, shape, path, found, allowed)
    elif node.type == "array":
        if shape.items is None:
            found.append((line(node), f"{path} is no list"))
        for each in node.named_children:
            look_at(each, shape.items, path + "[]", found)
    elif node.type in ("string", "number", "boolean"):
        look_at_scalar(node, shape, path, found)


def look_at_object(node, shape, path, found, allowed):
    if shape.values is not None:
        for _, value in pairs(node):
            look_at(value, shape.values, path + ".*", found)
        return
    if not shape.models:
        found.append((line(node), f"{path} is no object"))
        return
    members = {}
    for model in shape.models:
        members.update(fields(model))
    for name, value in pairs(node):
        if name in members:
            if members[name].read_only and name not in allowed:
                found.append((line(value), f"{path}.{name} cannot be written"))
            else:
                look_at(value, members[name], f"{path}.{name}", found)
        elif name is not None and name not in allowed:
            found.append((line(value), f"{path}.{name} is unknown"))


def look_at_scalar(node, shape, path, found):
    value = literal(node)
    if value is None:
        return
    if isinstance(value, str) and shape.words and value not in shape.words:
        found.append((line(node), f"{path} is one of {', '.join(map(str, shape.words))}, is '{value}'"))
        return
    kinds = {bool: {"bool"}, int: {"int", "float"}, str: {"str"}}[type(value)]
    if not (shape.scalars & kinds or isinstance(value, str) and shape.words):
        found.append((line(node), f"{path} does not take {text(node)}"))


def line(node):
    return node.start_point[0] + 1


KNOWN = {}


def fields(model):
    """Members of a model and of all its variants, by the name on the wire."""
    if model not in KNOWN:
        KNOWN[model] = {}
        for variant in variants(model):
            reader = of_msrest if hasattr(variant, "_attribute_map") else of_rest_fields
            for name, shape in reader(variant).items():
                KNOWN[model].setdefault(name, shape)
    return KNOWN[model]


def variants(model):
    return [model] + [each for child in model.__subclasses__() for each in variants(child)]


def of_rest_fields(model):
    package = importlib.import_module(model.__module__.rpartition(".")[0])
    found = {}
    for owner in reversed(model.__mro__):
        for attribute, value in vars(owner).items():
            if hasattr(value, "_rest_name_input") or type(value).__name__ == "_RestField":
                shape = shape_of(owner.__annotations__.get(attribute), package)
                visible = getattr(value, "_visibility", None)
                shape.read_only = visible == ["read"]
                found[getattr(value, "_rest_name_input", None) or attribute] = shape
    return found


def shape_of(annotation, package):
    shape = Shape()
    gather(annotation, package, shape)
    return shape


def gather(annotation, package, shape):
    if isinstance(annotation, str):
        annotation = typing.ForwardRef(annotation)
    if isinstance(annotation, typing.ForwardRef):
        annotation = getattr(package, annotation.__forward_arg__.rpartition(".")[2])
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Union:
        for each in arguments:
            gather(each, package, shape)
    elif origin is typing.Literal:
        shape.words += [getattr(each, "value", each) for each in arguments]
    elif origin is list:
        shape.items = shape_of(arguments[0], package)
    elif origin is dict:
        shape.values = shape_of(arguments[1], package)
    elif annotation is type(None):
        pass
    elif isinstance(annotation, type) and issubclass(annotation, enum.Enum):
        shape.words += [each.value for each in annotation]
    elif annotation in (str, bool, int, float):
        shape.scalars.add(annotation.__name__)
    elif isinstance(annotation, type) and annotation.__module__.startswith("azure."):
        shape.models.append(annotation)
    elif isinstance(annotation, type) and annotation.__module__ == "datetime":
        shape.scalars.add("str")
    else:
        shape.anything = True


def of_msrest(model):
    """The older libraries: paths such as properties.Application_Type, with dots of names escaped."""
    package = importlib.import_module(model.__module__.rpartition(".")[0])
    validation = getattr(model, "_validation", {})
    found = {}
    for attribute, said in model._attribute_map.items():
        *path, last = [each.replace("\\.", ".").replace("\0", ".") for each in said["key"].replace("\\.", "\0").split(".")]
        place = found
        for step in path:
            holder = place.setdefault(step, Shape())
            if not holder.models:
                holder.models = [type("Flattened", (), {"_attribute_map": {}})]
                KNOWN[holder.models[0]] = {}
            place = KNOWN[holder.models[0]]
        shape = named_shape(said["type"], package)
        shape.read_only = bool(validation.get(attribute, {}).get("readonly"))
        place[last] = shape
    return found


def named_shape(name, package):
    shape = Shape()
    if name.startswith("["):
        shape.items = named_shape(name[1:-1], package)
    elif name.startswith("{"):
        shape.values = named_shape(name[1:-1], package)
    elif name in ("str", "bool", "int", "float"):
        shape.scalars.add(name)
    elif name == "object":
        shape.anything = True
    elif hasattr(package, name):
        shape.models = [getattr(package, name)]
    else:
        shape.scalars.add("str")
    return shape
