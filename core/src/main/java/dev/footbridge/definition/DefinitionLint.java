package dev.footbridge.definition;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import dev.footbridge.secret.KeyShapes;
import dev.footbridge.secret.SecretNames;
import dev.footbridge.text.HiddenCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through what a server tells of its features for what misleads: a model follows every word of it. Finds known
 * tricks, and is no proof that there are no others. Not thread-safe.
 */
public final class DefinitionLint {

    /** Words for a model rather than about a tool. */
    private static final Pattern INSTRUCTIONS = Pattern.compile(
            "\\b(?:ignore|disregard|forget|override)\\b[^.\\n]{0,40}\\b(?:previous|prior|above|earlier|other|all)\\b"
                    + "[^.\\n]{0,30}\\b(?:instructions?|prompts?|rules?|tools?|messages?)\\b"
                    + "|</?\\s*(?:important|system|instructions?|secret|hidden|admin|assistant)\\s*>"
                    + "|\\b(?:do not|don't|never|without)\\s+(?:tell|telling|inform|informing|mention|mentioning|show"
                    + "|showing|reveal|revealing|notify|notifying)\\b[^.\\n]{0,30}\\b(?:the\\s+)?users?\\b"
                    + "|\\b(?:before|instead of|after)\\s+(?:using|calling)\\s+(?:any|every|all)\\s+other\\s+tools?\\b"
                    + "|\\byou\\s+must\\s+(?:always|first)\\s+(?:call|use|read|send)\\b"
                    + "|\\b(?:system|developer)\\s+prompt\\b"
                    + "|~/\\.ssh|\\bid_rsa\\b|/etc/passwd",
            Pattern.CASE_INSENSITIVE);

    private final List<Finding> findings = new ArrayList<>();

    private DefinitionLint() {}

    /** What looks wrong, in the order of the features. */
    public static List<Finding> of(List<Definition> definitions) {
        DefinitionLint lint = new DefinitionLint();
        for (Definition definition : definitions) {
            lint.name(definition.title(), definition.name());
            lint.search(definition.told(), definition.title() + ":");
            if (definition.told().get("inputSchema") instanceof JsonObject schema) {
                lint.headers(schema, definition.title() + ":/inputSchema");
            }
        }
        lint.findings.addAll(LookAlikes.among(definitions));
        return List.copyOf(lint.findings);
    }

    private void name(String place, String name) {
        if (LookAlikes.mixesScripts(name)) {
            warn(place, "mixes letters of scripts that look alike");
        }
    }

    private void search(Json value, String place) {
        if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> {
                name(place + "/" + name, name);
                text(place + "/" + name, name);
                search(member, place + "/" + name);
            });
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.items().size(); i++) {
                search(array.items().get(i), place + "/" + i);
            }
        } else if (value instanceof JsonString text) {
            text(place, text.value());
        }
    }

    private void text(String place, String text) {
        HiddenCharacters.firstIn(text)
                .ifPresent(hidden -> findings.add(
                        new Finding(true, place, "holds an invisible character, " + HiddenCharacters.nameOf(hidden))));
        Matcher instruction = INSTRUCTIONS.matcher(text);
        if (instruction.find()) {
            warn(place, "speaks to the model: \"" + instruction.group().strip() + "\"");
        }
        if (KeyShapes.areIn(text)) {
            warn(place, "holds what has the shape of a key");
        }
    }

    /** A property that is mirrored in a header is seen by everything on the way. */
    private void headers(JsonObject schema, String place) {
        JsonObject properties = schema.object("properties").orElse(JsonObject.EMPTY);
        for (Map.Entry<String, Json> entry : properties.members().entrySet()) {
            if (entry.getValue() instanceof JsonObject property) {
                String where = place + "/properties/" + entry.getKey();
                boolean secret = SecretNames.isOne(entry.getKey()) || property.isTrue("writeOnly");
                if (secret && property.has("x-mcp-header")) {
                    findings.add(new Finding(true, where, "is a secret and mirrored in a header"));
                }
                headers(property, where);
            }
        }
    }

    private void warn(String place, String sentence) {
        findings.add(new Finding(false, place, sentence));
    }
}
