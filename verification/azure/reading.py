"""A Bicep file as far as the checks need it: what it declares, with decorators, values and the names that they use."""

from dataclasses import dataclass, field
from pathlib import Path

import tree_sitter
import tree_sitter_bicep

PARSER = tree_sitter.Parser(tree_sitter.Language(tree_sitter_bicep.language()))


@dataclass
class Declaration:
    kind: str  # parameter, variable, resource, module, output
    name: str
    line: int
    type: str  # of a resource with its version, of a module its file
    value: object  # the node behind the equals sign, or None
    decorators: dict  # name -> node of its first argument, or None
    existing: bool = False


@dataclass
class BicepFile:
    path: Path
    errors: list = field(default_factory=list)  # (line, words)
    declarations: list = field(default_factory=list)
    used: set = field(default_factory=set)  # identifiers in values and decorators

    def of(self, kind):
        return {each.name: each for each in self.declarations if each.kind == kind}


def text(node):
    return node.text.decode()


def literal(node):
    """The value of a string without anything to fill in, a number or a boolean; None for everything else."""
    if node is None:
        return None
    if node.type == "string":
        parts = node.named_children
        if any(part.type == "interpolation" for part in parts):
            return None
        return "".join(text(part) for part in parts)
    if node.type == "number":
        return int(text(node))
    if node.type == "boolean":
        return text(node) == "true"
    return None


def pairs(node):
    """The properties of an object: name, node of the value. A name that is filled in is None."""
    found = []
    for each in node.named_children:
        if each.type == "object_property":
            name, value = each.named_children[0], each.named_children[-1]
            found.append((literal(name) if name.type == "string" else text(name), value))
    return found


def argument(call):
    values = [each for each in call.named_children if each.type == "arguments"]
    return values[0].named_children[0] if values and values[0].named_children else None


def names_in(node, found):
    """Identifiers that stand for something; not names of functions, properties or of an object's members."""
    if node.type == "identifier":
        found.add(text(node))
    children = node.named_children
    if node.type == "call_expression":
        children = [each for each in children if each.type != "identifier"]
    if node.type == "object_property" and children[0].type == "identifier":
        children = children[1:]
    for each in children:
        names_in(each, found)
    return found


def read(path, content=None):
    source = path.read_bytes() if content is None else content
    file = BicepFile(path)
    tree = PARSER.parse(source)
    collect_errors(tree.root_node, file.errors)
    decorators = {}
    for node in tree.root_node.named_children:
        if node.type == "decorators":
            for each in node.named_children:
                call = each.named_children[0]
                decorators[text(call.named_children[0])] = argument(call)
                names_in(call, file.used)
            continue
        if node.type == "comment":
            continue
        kind = node.type.removesuffix("_declaration")
        if kind in ("parameter", "variable", "resource", "module", "output"):
            file.declarations.append(declaration(kind, node, decorators))
            for each in node.named_children[1:]:
                names_in(each, file.used)
        decorators = {}
    return file


def declaration(kind, node, decorators):
    name, *rest = node.named_children
    type_node = rest[0] if rest and (kind in ("resource", "module") or rest[0].type == "type") else None
    value = next((each for each in reversed(rest) if each is not type_node), None)
    type_text = "" if type_node is None else literal(type_node) or text(type_node)
    existing = any(each.type == "existing" for each in node.children)
    return Declaration(kind, text(name), node.start_point[0] + 1, type_text, value, decorators, existing)


def collect_errors(node, errors):
    if node.type == "ERROR":
        errors.append((node.start_point[0] + 1, f"cannot be read: {text(node)[:40]!r}"))
    elif node.is_missing:
        errors.append((node.start_point[0] + 1, f"{node.type} is missing"))
    elif node.has_error:
        for each in node.children:
            collect_errors(each, errors)


def objects(node):
    """The objects that a value may be: itself, or either branch of a condition."""
    if node is None:
        return []
    if node.type == "object":
        return [node]
    if node.type in ("conditional_expression", "ternary_expression", "parenthesized_expression", "if_statement", "if_expression"):
        return [found for each in node.named_children for found in objects(each)]
    return []
