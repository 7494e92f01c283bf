package dev.footbridge.processor.agreement;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.regex.RegularExpression;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonArray;
import dev.footbridge.json.JsonBoolean;
import dev.footbridge.json.JsonNull;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonString;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A published schema as a validator of other people reads it, with formats enforced. */
final class Validator {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .formatAssertionsEnabled(true)
                    .regularExpressionFactory(Validator::pattern)
                    .build()));

    private final Schema schema;

    Validator(JsonObject document) {
        this.schema = REGISTRY.getSchema(node(document));
    }

    /** What it has against a value, none if it is accepted. */
    List<String> problems(Json value) {
        return schema.validate(node(value)).stream().map(Object::toString).toList();
    }

    boolean accepts(Json value) {
        return problems(value).isEmpty();
    }

    /** In ECMA-262 a dollar is the very end; in Java it is before a last line break too. */
    private static RegularExpression pattern(String regex) {
        boolean anchored = regex.endsWith("$") && !regex.endsWith("\\$");
        Pattern pattern = Pattern.compile(anchored ? regex.substring(0, regex.length() - 1) + "\\z" : regex);
        return text -> pattern.matcher(text).find();
    }

    private static JsonNode node(Json value) {
        if (value instanceof JsonObject object) {
            ObjectNode node = NODES.objectNode();
            object.members().forEach((name, member) -> node.set(name, node(member)));
            return node;
        }
        if (value instanceof JsonArray array) {
            ArrayNode node = NODES.arrayNode();
            array.items().forEach(item -> node.add(node(item)));
            return node;
        }
        if (value instanceof JsonNumber number) {
            // one form for each amount, or the library takes 1 and 1.0 for two items
            return number.wholeValue()
                    .<JsonNode>map(whole -> whole.bitLength() < Long.SIZE
                            ? NODES.numberNode(whole.longValue())
                            : NODES.numberNode(whole))
                    .orElseGet(() -> NODES.numberNode(number.decimal().stripTrailingZeros()));
        }
        if (value instanceof JsonString text) {
            return NODES.stringNode(text.value());
        }
        return value == JsonNull.NULL ? NODES.nullNode() : NODES.booleanNode(value == JsonBoolean.TRUE);
    }
}
