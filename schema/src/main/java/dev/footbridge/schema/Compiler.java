package dev.footbridge.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.BasicDialectRegistry;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import dev.footbridge.json.JsonObject;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compiles documents with the library, completely and without a way out of the document. */
final class Compiler {

    private static final int SHOWN_FAULTS = 5;

    private static final SchemaRegistry DOCUMENTS = SchemaRegistry.builder()
            .defaultDialectId(Dialect.DRAFT_2020_12.registeredId())
            .dialectRegistry(new BasicDialectRegistry(Dialect.allRules()))
            .schemaLoader(new ClosedLoader())
            .schemaCacheEnabled(false)
            .schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .preloadSchema(false)
                    .formatAssertionsEnabled(false)
                    .regularExpressionFactory(Re2Pattern::of)
                    .build())
            .build();

    /** The schemas of schemas; these do come from the class path, where the library keeps them. */
    private static final SchemaRegistry META_SCHEMAS = SchemaRegistry.withDialects(Dialect.allRules());

    private Compiler() {}

    static Schema compile(JsonObject document) {
        Dialect dialect = Dialect.of(document);
        Outline outline = Outline.of(document);
        JsonNode node = Nodes.of(document);
        verify(node, dialect);
        try {
            Schema schema = DOCUMENTS.getSchema(node);
            schema.initializeValidators();
            outline.definitions().forEach(path -> compileDefinition(schema, path));
            return schema;
        } catch (SchemaException unacceptable) {
            throw new IllegalArgumentException(
                    "the schema is not acceptable: " + unacceptable.getMessage(), unacceptable);
        }
    }

    /** Definitions that nothing refers to are not reached otherwise, and their faults would stay unseen. */
    private static void compileDefinition(Schema root, List<String> path) {
        NodePath place = new NodePath(PathType.JSON_POINTER);
        for (String step : path) {
            place = place.append(step);
        }
        root.getSubSchema(place).initializeValidators();
    }

    private static void verify(JsonNode node, Dialect dialect) {
        List<Error> faults = META_SCHEMAS
                .getSchema(SchemaLocation.of(dialect.registeredId()))
                .validate(node);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("the schema breaks the rules of its dialect " + dialect.id() + ": "
                    + faults.stream().limit(SHOWN_FAULTS).map(Error::toString).toList());
        }
    }
}
