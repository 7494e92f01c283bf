package dev.footbridge.definition;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.Resource;
import dev.footbridge.feature.ResourceTemplate;
import dev.footbridge.feature.Tool;
import dev.footbridge.json.Canonical;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonText;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.state.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * All that clients are told about one feature. Immutable.
 *
 * @param name its name or URI
 * @param told in the form of the newest revision
 */
public record Definition(Kind kind, String name, JsonObject told) {

    /** The kinds of features that have definitions of their own; entries of a directory have none. */
    public enum Kind {
        TOOL,
        PROMPT,
        RESOURCE,
        TEMPLATE;

        /** As a lock names the member that holds all of a kind. */
        String plural() {
            return word() + "s";
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Every definition there is. Each feature is made for it, so this is nothing for the start of a server. */
    public static List<Definition> of(FeatureSet features) {
        List<Definition> all = new ArrayList<>();
        for (Tool tool : features.tools().values()) {
            all.add(of(tool));
        }
        for (Prompt prompt : features.prompts().values()) {
            all.add(new Definition(Kind.PROMPT, prompt.name(), prompt.toJson()));
        }
        for (Resource resource : features.resources().values()) {
            all.add(new Definition(Kind.RESOURCE, resource.uri(), resource.toJson()));
        }
        for (ResourceTemplate template : features.templates().values()) {
            all.add(new Definition(Kind.TEMPLATE, template.uriTemplate().text(), template.toJson()));
        }
        return all;
    }

    public static Definition of(Tool tool) {
        Json told = tool.listing().toJson(ProtocolVersion.V2026_07_28);
        Json read = told instanceof JsonText written ? written.parsed() : told;
        return new Definition(Kind.TOOL, tool.name(), (JsonObject) read);
    }

    /** As people write it, such as {@code tool find_order}. */
    public String title() {
        return kind.word() + " " + name;
    }

    /** The SHA-256 of its canonical JSON, so that the order of members does not matter. */
    public String digest() {
        return Digest.of(Canonical.text(told));
    }
}
