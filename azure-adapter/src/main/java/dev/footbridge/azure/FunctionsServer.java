package dev.footbridge.azure;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.footbridge.azure.trigger.TriggerRequest;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.FunctionLog;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * A server put together for Azure Functions, from what the app settings say. Making it asks Key Vault for the pepper,
 * the key of the audit and that of nonces if {@code footbridge.yaml} refers to them there, and for nothing else. A call
 * that needs neither state nor a limit nor a sealed thing asks nothing of Azure. Thread-safe.
 */
public final class FunctionsServer {

    private final TriggerFunction function;

    private FunctionsServer(AzureAssembly assembly) {
        TriggerRequest codec = new TriggerRequest(assembly.platform(), ServerConfig.DEFAULTS.maxBodyBytes());
        this.function = new TriggerFunction(
                assembly.routes(), codec, assembly::deadline, assembly.parts().log());
    }

    /**
     * @param environment the app settings, and what the platform says
     * @param out where logs and records go
     * @param home the folder of the package, in which files that settings name are
     * @throws IllegalArgumentException in words for the operator, if the settings do not go together
     */
    public static FunctionsServer of(FunctionApp app, Map<String, String> environment, PrintStream out, Path home) {
        InstantSource clock = InstantSource.system();
        return of(app, AzureParts.of(environment, out, new FunctionLog(out, clock), clock), home);
    }

    static FunctionsServer of(FunctionApp app, AzureParts parts, Path home) {
        return new FunctionsServer(AzureAssembly.of(app, parts, home));
    }

    /** Never throws for what a client sent. */
    public HttpResponseMessage answer(HttpRequestMessage<Optional<String>> message, String requestId) {
        return function.answer(message, requestId);
    }
}
