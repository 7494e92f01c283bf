package dev.footbridge.benchmarks.call;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The same call for everybody: one set of arguments, one schema. */
final class Sample {

    static final String TOOL = "weigh";

    static final FeatureSet FEATURES = FeatureSet.of(new ParcelToolsModule(new ParcelTools()));

    /** The schemas that the annotation processor wrote, for the validators of the others. */
    static final JsonObject INPUT =
            Objects.requireNonNull(FEATURES.tools().get(TOOL)).listing().input();

    static final String ARGUMENTS = """
            {"id":"DE123456","grams":1200,"insured":99.5,"express":true,"service":"PARCEL","posted":"2026-07-28",\
            "tags":["fragile","books","gift"],"to":{"street":"Main Street 1","city":"Springfield"},\
            "remark":"Please ring twice.","floors":3}""";

    static final byte[] ARGUMENT_BYTES = ARGUMENTS.getBytes(StandardCharsets.UTF_8);

    private Sample() {}

    /** A whole request, as the newest revision that a stack speaks has it. */
    static String request(String meta) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"" + TOOL
                + "\",\"arguments\":" + ARGUMENTS + meta + "}}";
    }
}
