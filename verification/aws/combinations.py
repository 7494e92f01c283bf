"""Goes through the combinations of parameters of template.yaml.

1. Every combination that Rules allows: nothing that is left refers to something that is not, in any of them; and what
   must hold of each front door holds.
2. A choice of them in which every pair of values occurs that may occur together: SAM's own translator makes resources of
   them, cfn-lint reads those, and one for each door is written for checkov.
3. A new version of the function is published by each parameter that changes it.

Usage: combinations.py TEMPLATE FOLDER [--quick]    (quick: every value, not every pair)
"""

import copy
import itertools
import json
import logging
import os
import pathlib
import random
import sys

from cfnlint.api import lint
from facts import broken
from rendering import Renderer, conditions_of, parameters_of, references
from samcli.yamlhelper import yaml_parse
from samtranslator.translator.transform import transform

ACCOUNT = "123456789012"
SAMPLES = {
    "FrontDoor": ["function-url-iam", "function-url-oauth", "http-api-jwt", "rest-api-iam", "rest-api-oauth"],
    "InvokeMode": ["buffered", "streaming"],
    "Settings": ["", "footbridge.yaml"],
    "PublicUrl": ["", "https://abc.lambda-url.eu-central-1.on.aws/mcp"],
    "JwtIssuer": ["", "https://id.example.com"],
    "JwtAudiences": ["", "api://mcp https://other.example.com"],
    "JwtClients": ["", "app-7 app-9"],
    "CallerAccount": ["", "210987654321"],
    "CallsPerMonth": ["", "10000"],
    "WebAclArn": ["", f"arn:aws:wafv2:us-east-1:{ACCOUNT}:regional/webacl/front/a1b2c3d4-1111-2222-3333-444455556666"],
    "DomainName": ["", "mcp.example.com"],
    "CertificateArn": ["", f"arn:aws:acm:us-east-1:{ACCOUNT}:certificate/a1b2c3d4-1111-2222-3333-444455556666"],
    "HostedZoneId": ["", "Z0123456789ABCDEFGHIJ"],
    "TruststoreUri": ["", "s3://trust/authorities.pem"],
    "TruststoreVersion": ["", "abc123"],
    "StartUp": ["snapstart", "provisioned", "warm-up", "plain", "archived", "custom"],
    "Runtime": ["java25", "java21"],
    "Architecture": ["arm64", "x86_64"],
    "AccessLogs": ["on", "off"],
    "ReservedConcurrency": ["", "20"],
    "ToolPolicyArn": ["", f"arn:aws:iam::{ACCOUNT}:policy/tools"],
    "SecretArns": ["", f"arn:aws:secretsmanager:us-east-1:{ACCOUNT}:secret:crm-AbCdEf"],
    "PreviousKeysArn": ["", f"arn:aws:secretsmanager:us-east-1:{ACCOUNT}:secret:old-AbCdEf"],
    "Tracing": ["on", "off"],
    "Metrics": ["on", "off"],
    "AlarmEmail": ["", "ops@example.com"],
    "AuditFirehoseArn": ["", f"arn:aws:firehose:us-east-1:{ACCOUNT}:deliverystream/audit"],
}
# A change that is not in the table above, of the parameters that are no choice between two things.
OTHERS = {
    "MemorySize": "2048", "Timeout": "20", "AllowedOrigins": "https://a.example.com", "Revision": "2",
    "RequestsPerSecond": "7", "RequestBurst": "9", "ProvisionedConcurrency": "3", "MaxWritesPerSecond": "7",
    "MaxReadsPerSecond": "7", "LogRetentionDays": "7", "SlowMilliseconds": "9", "BusyEnvironments": "9", "DollarsPerHour": "5",
}
LEFT_OUT = {"JwtAudiences", "JwtClients", "AllowedOrigins", "PreviousKeysArn"}  # Revision is for them
NOT_IN_VERSIONS = {"ReservedConcurrentExecutions", "Description"}


class NoPolicies:
    def load(self):
        return {}


def translated(source, values):
    """What SAM makes of the template, with the code where sam deploy would have put it."""
    document = copy.deepcopy(source)
    document["Resources"]["McpFunction"]["Properties"]["CodeUri"] = "s3://code/footbridge-lambda.zip"
    return json.loads(json.dumps(transform(document, values, NoPolicies(), passthrough_metadata=True)))


def ruled(template):
    """The parameters that rules name, and the combinations of their values that are allowed."""
    named = sorted(references(list(template["Rules"].values())) & set(SAMPLES))
    allowed, refused = [], 0
    for values in itertools.product(*(SAMPLES[name] for name in named)):
        assignment = dict(zip(named, values))
        if Renderer(template, assignment).refusals():
            refused += 1
        else:
            allowed.append(assignment)
    return named, allowed, refused


def dangling(template, named, allowed):
    """Resources and outputs that refer to what is not there, asked of each with every value that decides it."""
    found, asked = set(), 0
    parts = {("Resources", name): entry for name, entry in template["Resources"].items()}
    parts |= {("Outputs", name): entry for name, entry in template["Outputs"].items()}
    for (section, name), entry in parts.items():
        near = [template["Resources"][each] for each in references(entry) & set(template["Resources"])]
        conditions = conditions_of(template, [entry] + [{"Condition": each["Condition"]} for each in near if "Condition" in each])
        deciding = parameters_of(template, conditions)
        rules = {tuple((each, one[each]) for each in named if each in deciding) for one in allowed}
        free = [[(each, value) for value in SAMPLES[each]] for each in sorted(deciding - set(named))]
        for fixed, chosen in itertools.product(sorted(rules), itertools.product(*free)):
            asked += 1
            renderer = Renderer(template, dict(fixed + chosen))
            if not renderer.lives(entry):
                continue
            for target in references(renderer.value({key: each for key, each in entry.items() if key != "Condition"})):
                there = template["Resources"].get(target)
                if there is None or not renderer.lives(there):
                    found.add(f"{section}/{name} refers to {target} with {dict(fixed + chosen)}")
    return sorted(found), asked


def chosen(named, allowed, size):
    """Combinations in which every single value (1) or pair of values (2) occurs that is allowed. The same each time."""
    dice = random.Random(20261126)
    free = [name for name in SAMPLES if name not in named]
    order = sorted(SAMPLES)

    def sets(one):
        return set(itertools.combinations([(name, one[name]) for name in order], size))

    wanted = set()
    for one in allowed:
        wanted |= set(itertools.combinations([(name, one[name]) for name in sorted(named)], size))
    for names in itertools.combinations(order, size):
        if any(name in free for name in names):
            per_name = [sorted({one[name] for one in allowed}) if name in named else SAMPLES[name] for name in names]
            wanted |= {tuple(zip(names, values)) for values in itertools.product(*per_name)}
    picked = []
    while wanted:
        target = dict(dice.choice(sorted(wanted)))
        fitting = [one for one in allowed if all(one.get(name, value) == value for name, value in target.items())]
        trials = []
        for _ in range(40):
            rest = {name: target.get(name, dice.choice(SAMPLES[name])) for name in free}
            trials.append(dice.choice(fitting) | rest)
        best = max(trials, key=lambda one: len(sets(one) & wanted))
        wanted -= sets(best)
        picked.append(best)
    return picked


def function_and_version(source, values):
    whole = Renderer(translated(source, values), values).whole()["Resources"]
    function = next(each["Properties"] for each in whole.values() if each["Type"] == "AWS::Lambda::Function")
    version = next((name, each["Properties"]) for name, each in whole.items() if each["Type"] == "AWS::Lambda::Version")
    return function, version


def versions(source, longest):
    """Whether a version is published when a parameter changes the function, and only then."""
    troubles, asked = [], 0
    for base in ({"FrontDoor": "function-url-oauth"}, {"FrontDoor": "http-api-jwt", "DomainName": "mcp.example.com"}):
        function, version = function_and_version(source, base)
        for name in source["Parameters"]:
            value = OTHERS.get(name) or next(each for each in reversed(SAMPLES[name]) if each != base.get(name))
            changed, published = function_and_version(source, base | {name: value})
            differs = any(changed.get(key) != function.get(key) for key in set(changed) | set(function) if key not in NOT_IN_VERSIONS)
            asked += 1
            if differs and published == version and name not in LEFT_OUT:
                troubles.append(f"{name}={value} changes the function and publishes no new version")
            if published != version and changed["Description"] == function["Description"]:
                troubles.append(f"{name}={value} publishes a version of what Lambda takes for unchanged")
    for one in longest:
        text = function_and_version(source, one)[1][1]["Description"]
        if len(text) > 256:
            troubles.append(f"the version's description can have {len(text)} characters")
    return troubles, asked


def longest_of(template):
    """The allowed combinations with the longest values."""
    limits = {name: "x" * entry["MaxLength"] for name, entry in template["Parameters"].items() if "MaxLength" in entry}
    common = limits | {"MemorySize": "10240", "Timeout": "900", "StartUp": "provisioned", "Tracing": "off", "Revision": "x" * 12}
    for door in SAMPLES["FrontDoor"]:
        one = common | {"FrontDoor": door, "InvokeMode": "buffered" if door == "http-api-jwt" else "streaming"}
        one["JwtIssuer"] = limits["JwtIssuer"] if door == "http-api-jwt" else ""
        one["PublicUrl"] = limits["PublicUrl"] if door == "function-url-oauth" else ""
        one["DomainName"] = "" if door.startswith("function-url") else limits["DomainName"]
        yield one


def say(one):
    return " ".join(f"{name}={value}" for name, value in one.items() if value and value != "off")


def main(path, folder, quick):
    os.environ["AWS_DEFAULT_REGION"] = "us-east-1"  # the translator asks for one
    logging.disable(logging.ERROR)  # the translator tells of features that are its own affair
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    source = yaml_parse(pathlib.Path(path).read_text(encoding="utf-8"))
    template = translated(source, {})
    named, allowed, refused = ruled(template)
    troubles, asked = dangling(template, named, allowed)
    for one in allowed:
        renderer = Renderer(template, one)
        troubles += [f"{each}: {say(one)}" for each in broken(renderer.whole(), renderer.values)]
    print(f"rules: {len(allowed)} combinations of {len(named)} parameters allowed, {refused} refused")
    print(f"references: {asked} renderings of resources and outputs, nothing missing" if not troubles else "references: BROKEN")
    picked = chosen(named, allowed, 1 if quick else 2)
    doors = set()
    for one in picked:
        whole = Renderer(translated(source, one), one).whole()
        text = json.dumps(whole, indent=1)
        troubles += [f"{each.rule.id} {each.message} at {each.path}: {say(one)}" for each in lint(text)]
        troubles += [f"{each}: {say(one)}" for each in broken(whole, Renderer(template, one).values)]
        if one["FrontDoor"] not in doors:
            doors.add(one["FrontDoor"])
            (folder / f"{one['FrontDoor']}.json").write_text(text, encoding="utf-8")
    print(f"cfn-lint: {len(picked)} templates read, with {'every value' if quick else 'every pair of values'} among them")
    found, asked = versions(source, longest_of(template))
    troubles += found
    print(f"versions: {asked} changes of one parameter")
    for each in troubles[:40]:
        print(each, file=sys.stderr)
    print(f"combinations: {len(troubles)} troubles")
    return 1 if troubles else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], "--quick" in sys.argv[3:]))
