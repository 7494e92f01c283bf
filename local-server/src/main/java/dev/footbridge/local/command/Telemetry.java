package dev.footbridge.local.command;

import dev.footbridge.log.Log;
import dev.footbridge.observe.Observer;
import dev.footbridge.telemetry.OpenTelemetryObserver;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;

/** What tells OpenTelemetry of requests. A class of its own, so that servers without it load nothing of it. */
final class Telemetry {

    private Telemetry() {}

    /** To the SDK of this process: the one of OpenTelemetry's Java agent, or of its autoconfiguration. */
    static Observer observer(Log log) {
        OpenTelemetry sdk = GlobalOpenTelemetry.get();
        // The agent's own type and the SDK's differ; only doing nothing can be recognised.
        if (sdk.getTracerProvider().equals(OpenTelemetry.noop().getTracerProvider())) {
            log.warn(
                    "-", "telemetry is on and nobody takes it: start Java with OpenTelemetry's agent (docs/policy.md)");
        }
        return new OpenTelemetryObserver(sdk);
    }
}
