package dev.footbridge.verification.packed;

import dev.footbridge.http.HttpResponse;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.lambda.Door;
import dev.footbridge.testkit.lambda.RuntimeEmulator;
import dev.footbridge.verification.transcript.Received;
import dev.footbridge.verification.transcript.Sent;
import java.io.IOException;
import java.util.List;

/** The zip in the managed runtime, behind a function URL that checked a signature. */
final class PackedLambda implements AutoCloseable {

    private static final JsonObject CALLER = JsonObject.of(
            "iam",
            JsonObject.builder()
                    .put("accountId", "123456789012")
                    .put("userId", "AROAEXAMPLE:agent")
                    .put("userArn", "arn:aws:sts::123456789012:assumed-role/caller/agent")
                    .build());

    private final RuntimeEmulator runtime;
    private final Environment environment;

    private PackedLambda(RuntimeEmulator runtime, Environment environment) {
        this.runtime = runtime;
        this.environment = environment;
    }

    static PackedLambda start() throws IOException {
        RuntimeEmulator runtime = RuntimeEmulator.start();
        return new PackedLambda(
                runtime,
                Environment.start(
                        Task.PACKED,
                        Environment.managed(List.of()),
                        Environment.variables(Task.PACKED, runtime.endpoint())));
    }

    HttpResponse answer(HttpPeer.Request request) {
        byte[] event = Door.FUNCTION_URL.event(Sent.of(request).toLambda(), CALLER);
        try {
            String answer = Events.send(runtime, event).text();
            return Received.from(
                    JsonReader.readObject(answer).orElseThrow(() -> new AssertionError(environment.log())));
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() throws IOException {
        environment.close();
        runtime.close();
    }
}
