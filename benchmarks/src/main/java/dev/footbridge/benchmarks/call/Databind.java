package dev.footbridge.benchmarks.call;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.footbridge.benchmarks.call.ParcelTools.Parcel;
import dev.footbridge.json.JsonWriter;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** jackson-databind and networknt: what a careful author would put together by hand. */
final class Databind {

    private final ObjectMapper mapper = JsonMapper.builder().build();
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(mapper.readTree(JsonWriter.text(Sample.INPUT)));
    private final ParcelTools tools = new ParcelTools();

    /** Parse, validate, bind, run and write. */
    byte[] fromBytes() {
        JsonNode arguments = mapper.readTree(Sample.ARGUMENT_BYTES);
        List<Error> errors = schema.validate(arguments);
        if (!errors.isEmpty()) {
            throw new AssertionError(errors);
        }
        return mapper.writeValueAsBytes(tools.weigh(mapper.treeToValue(arguments, Parcel.class)));
    }
}
