package dev.footbridge.settings;

import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a template of AWS CloudFormation as the JSON it stands for: {@code !Ref X} is {@code {"Ref": "X"}},
 * {@code !Equals […]} is {@code {"Fn::Equals": […]}}, and an alias is what it names. For files of one's own project
 * only: aliases can make a small file large.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html">
 *     Intrinsic functions</a>
 */
public final class TaggedYaml {

    /** Those that have no {@code Fn::} before their name. */
    private static final Set<String> PLAIN = Set.of("Ref", "Condition");

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setLabel("template")
            .build();

    private TaggedYaml() {}

    /** @throws SettingsException if it is not one mapping, with the line where it goes wrong */
    public static JsonObject read(String text) throws SettingsException {
        try {
            Optional<Node> document = new Compose(SETTINGS).composeString(text);
            if (document.isPresent() && json(document.get()) instanceof JsonObject object) {
                return object;
            }
            throw wrong("the file must hold one mapping");
        } catch (MarkedYamlEngineException malformed) {
            throw wrong(malformed
                    .getProblemMark()
                    .map(mark -> "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": not YAML")
                    .orElse("not YAML"));
        } catch (YamlEngineException | StackOverflowError malformed) {
            throw wrong("not YAML");
        }
    }

    private static Json json(Node node) throws SettingsException {
        Json value = untagged(node);
        String tag = node.getTag().getValue();
        if (!tag.startsWith("!") || tag.length() < 2) {
            return value;
        }
        String name = tag.substring(1);
        return JsonObject.of(PLAIN.contains(name) ? name : "Fn::" + name, value);
    }

    private static Json untagged(Node node) throws SettingsException {
        if (node instanceof MappingNode mapping) {
            JsonObject.Builder object = JsonObject.builder();
            Set<String> names = new HashSet<>();
            for (NodeTuple member : mapping.getValue()) {
                if (!(member.getKeyNode() instanceof ScalarNode name)) {
                    throw wrong("a key is no text");
                }
                if (!names.add(name.getValue())) {
                    throw wrong("the key " + name.getValue() + " is there twice");
                }
                object.put(name.getValue(), json(member.getValueNode()));
            }
            return object.build();
        }
        if (node instanceof SequenceNode sequence) {
            List<Json> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(json(item));
            }
            return new JsonArray(items);
        }
        return node instanceof ScalarNode scalar ? scalar(scalar) : JsonNull.NULL;
    }

    private static Json scalar(ScalarNode scalar) {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        if (tag.equals(Tag.BOOL)) {
            return Json.of(Boolean.parseBoolean(text));
        }
        if (tag.equals(Tag.INT)) {
            return new JsonNumber(text);
        }
        return tag.equals(Tag.NULL) ? JsonNull.NULL : Json.of(text);
    }

    private static SettingsException wrong(String problem) {
        return new SettingsException(List.of(problem));
    }
}
