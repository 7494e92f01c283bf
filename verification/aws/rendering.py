"""What CloudFormation makes of a template once the values of its parameters are known: rules, conditions, functions."""

import copy
import re

NO_VALUE = {"Ref": "AWS::NoValue"}
VARIABLE = re.compile(r"\$\{([^!}][^}]*)}")


class Unknown(Exception):
    """The template names something that is not there."""


class Renderer:
    """One template with one set of values. Parameters that are not among the values have their defaults."""

    def __init__(self, template, values):
        defaults = {name: str(entry.get("Default", "")) for name, entry in template.get("Parameters", {}).items()}
        unknown = set(values) - set(defaults)
        if unknown:
            raise Unknown(f"no such parameters: {sorted(unknown)}")
        self.template = template
        self.values = defaults | values
        self.verdicts = {}

    def refusals(self):
        """What the section Rules says against the values; empty if they are allowed."""
        found = []
        for rule in self.template.get("Rules", {}).values():
            if "RuleCondition" in rule and not self.truth(rule["RuleCondition"]):
                continue
            found += [each["AssertDescription"] for each in rule["Assertions"] if not self.truth(each["Assert"])]
        return found

    def holds(self, condition):
        if condition not in self.verdicts:
            self.verdicts[condition] = self.truth(self.template["Conditions"][condition])
        return self.verdicts[condition]

    def truth(self, expression):
        (function, argument), = expression.items()
        if function == "Condition":
            return self.holds(argument)
        if function == "Fn::Equals":
            return self.value(argument[0]) == self.value(argument[1])
        if function == "Fn::Contains":
            return self.value(argument[1]) in [self.value(each) for each in argument[0]]
        if function == "Fn::Not":
            return not self.truth(argument[0])
        if function == "Fn::And":
            return all(self.truth(each) for each in argument)
        if function == "Fn::Or":
            return any(self.truth(each) for each in argument)
        raise Unknown(f"no condition is made of {function}")

    def lives(self, entry):
        return "Condition" not in entry or self.holds(entry["Condition"])

    def value(self, node):
        """The node with parameters, maps and conditions worked out; references to resources stay."""
        if isinstance(node, list):
            worked = [self.value(each) for each in node]
            return [each for each in worked if each != NO_VALUE]
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            (function, argument), = node.items()
            if function == "Ref" and argument in self.values:
                return self.values[argument]
            if function == "Fn::If":
                return self.value(argument[1 if self.holds(argument[0]) else 2])
            if function == "Fn::FindInMap":
                name, top, second = (self.value(each) for each in argument)
                return self.template["Mappings"][name][top][second]
            if function == "Fn::Sub":
                return self.substituted(argument)
            if function in ("Fn::Join", "Fn::Split"):
                return self.joined_or_split(function, self.value(argument))
        worked = {key: self.value(each) for key, each in node.items()}
        return {key: each for key, each in worked.items() if each != NO_VALUE}

    def substituted(self, argument):
        text, variables = (argument, {}) if isinstance(argument, str) else argument
        variables = {name: self.value(each) for name, each in variables.items()}
        known = self.values | {name: each for name, each in variables.items() if isinstance(each, str)}
        text = VARIABLE.sub(lambda found: str(known.get(found.group(1), found.group(0))), text)
        left = {name: each for name, each in variables.items() if not isinstance(each, str)}
        if not VARIABLE.search(text):
            return text
        return {"Fn::Sub": [text, left] if left else text}

    def joined_or_split(self, function, argument):
        separator, parts = argument
        if function == "Fn::Join" and isinstance(parts, list) and all(isinstance(each, str) for each in parts):
            return separator.join(parts)
        if function == "Fn::Split" and isinstance(parts, str):
            return parts.split(separator)
        return {function: argument}

    def resource(self, name):
        """One resource, or nothing if there is none with these values."""
        entry = self.template["Resources"][name]
        if not self.lives(entry):
            return None
        return {key: self.value(each) for key, each in copy.deepcopy(entry).items() if key != "Condition"}

    def whole(self):
        """The template that is left, without parameters and conditions."""
        resources = {name: self.resource(name) for name in self.template["Resources"]}
        outputs = {
            name: {key: self.value(each) for key, each in entry.items() if key != "Condition"}
            for name, entry in self.template.get("Outputs", {}).items()
            if self.lives(entry)
        }
        return {
            "AWSTemplateFormatVersion": "2010-09-09",
            "Resources": {name: entry for name, entry in resources.items() if entry is not None},
            "Outputs": outputs,
        }


def references(node):
    """The logical names that a rendered node refers to."""
    if isinstance(node, list):
        return set().union(*(references(each) for each in node)) if node else set()
    if not isinstance(node, dict):
        return set()
    found = set()
    for key, each in node.items():
        if key == "Ref":
            found.add(each)
        elif key == "Fn::GetAtt":
            found.add(each[0] if isinstance(each, list) else each.split(".")[0])
        elif key == "DependsOn":
            found.update([each] if isinstance(each, str) else each)
        elif key == "Fn::Sub":
            text, variables = (each, {}) if isinstance(each, str) else each
            found.update(name.split(".")[0] for name in VARIABLE.findall(text) if name not in variables)
            found |= references(variables)
        else:
            found |= references(each)
    return {name for name in found if not name.startswith("AWS::")}


def conditions_of(template, node):
    """The conditions that a node asks for, those of conditions included."""
    found = set()
    if isinstance(node, list):
        for each in node:
            found |= conditions_of(template, each)
    elif isinstance(node, dict):
        for key, each in node.items():
            if key == "Fn::If":
                found |= {each[0]} | conditions_of(template, each[1:])
            elif key == "Condition" and isinstance(each, str):
                found.add(each)
            else:
                found |= conditions_of(template, each)
    for name in list(found):
        found |= conditions_of(template, template["Conditions"][name])
    return found


def parameters_of(template, conditions):
    """The parameters that decide these conditions."""
    found = set()
    for name in conditions:
        found |= references(template["Conditions"][name])
    return found & set(template["Parameters"])
