package dev.footbridge.azure;

import com.microsoft.azure.functions.HttpRequestMessage;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.footbridge.azure.trigger.Incoming;
import dev.footbridge.azure.trigger.TriggerRequest;
import dev.footbridge.azure.trigger.TriggerResponse;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.function.FunctionLog;
import dev.footbridge.function.WholeAnswer;
import dev.footbridge.http.HttpResponse;
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

    private final AzureAssembly assembly;
    private final TriggerRequest codec;

    private FunctionsServer(AzureAssembly assembly) {
        this.assembly = assembly;
        this.codec = new TriggerRequest(assembly.platform(), ServerConfig.DEFAULTS.maxBodyBytes());
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
        Incoming incoming = codec.read(message, requestId, assembly.deadline());
        if (incoming instanceof Incoming.Refused refused) {
            assembly.parts()
                    .log()
                    .warn(requestId, "refused with " + refused.answer().status() + " before the server saw it");
            return TriggerResponse.write(refused.answer(), message);
        }
        Incoming.Asked asked = (Incoming.Asked) incoming;
        HttpResponse answer = WholeAnswer.of(assembly.routes().handle(asked.request()), asked.request());
        return TriggerResponse.write(answer, message);
    }
}
