package dev.footbridge.aws.program;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Lambda sets, and the template, over whatever is set here; nothing that leads to AWS. */
final class TrainingEnvironment {

    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("AWS_LAMBDA_FUNCTION_NAME", "training"),
            Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
            Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
            Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
            Map.entry("AWS_REGION", "us-east-1"),
            Map.entry("AWS_ACCESS_KEY_ID", "training"),
            Map.entry("AWS_SECRET_ACCESS_KEY", "training"),
            Map.entry("AWS_SESSION_TOKEN", "training"),
            Map.entry("FOOTBRIDGE_AUTH", "iam"),
            Map.entry("FOOTBRIDGE_FRONT_DOOR", ""),
            Map.entry("FOOTBRIDGE_PUBLIC_URL", ""),
            Map.entry("FOOTBRIDGE_INVOKE_MODE", "buffered"),
            Map.entry("FOOTBRIDGE_METRICS", "on"),
            Map.entry("FOOTBRIDGE_PRIMING", ""),
            Map.entry("FOOTBRIDGE_TABLE", ""),
            Map.entry("FOOTBRIDGE_SETTINGS", ""),
            Map.entry("FOOTBRIDGE_SEALING_KEYS", "env:TRAINING_KEY"),
            Map.entry("TRAINING_KEY", "0123456789abcdef0123456789abcdef"));

    private TrainingEnvironment() {}

    /**
     * @param endpoint of the Runtime API, of the issuer and of the table
     * @param settings of a function with guards; null for one that believes its front door and keeps nothing
     */
    static Map<String, String> of(String endpoint, @Nullable Path settings) {
        Map<String, String> said = new HashMap<>(USUAL);
        said.put("AWS_LAMBDA_RUNTIME_API", endpoint);
        said.put("AWS_ENDPOINT_URL", "http://" + endpoint);
        said.put("AWS_ENDPOINT_URL_DYNAMODB", "http://" + endpoint);
        if (settings != null) {
            said.put("FOOTBRIDGE_AUTH", "settings");
            said.put("FOOTBRIDGE_SETTINGS", settings.toString());
            said.put("FOOTBRIDGE_TABLE", "training");
        }
        return said;
    }
}
