package dev.footbridge.verification.attack;

import dev.footbridge.testkit.HttpPeer;
import dev.footbridge.testkit.functions.Answer;
import dev.footbridge.testkit.functions.FunctionsHost;
import dev.footbridge.testkit.functions.HostRequest;
import dev.footbridge.testkit.functions.Platform;
import dev.footbridge.verification.fixture.OpenFunction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Asks the server as a function of Azure, by what its front end, its host and its worker make of a request. */
final class ByTrigger implements AutoCloseable {

    private final FunctionsHost host;

    ByTrigger(Attacked attacked) throws IOException {
        OpenFunction function = new OpenFunction(attacked.server.http(), attacked.clock, attacked.log);
        this.host = FunctionsHost.start(0, function, "mcp", Platform.PLAIN);
    }

    Reply send(HttpPeer.Request request) {
        Answer answer = host.answer(asked(request));
        StringBuilder head = new StringBuilder("HTTP " + answer.status());
        answer.headers()
                .forEach((name, value) ->
                        head.append('\n').append(name).append(": ").append(value));
        return new Reply(answer.status(), head.toString(), answer.body().asUtf8());
    }

    private static HostRequest asked(HttpPeer.Request request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Map.Entry<String, String> header : request.headers()) {
            headers.computeIfAbsent(header.getKey().toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                    .add(header.getValue());
        }
        headers.putIfAbsent("host", List.of("localhost:8080"));
        headers.putIfAbsent(
                "content-length", List.of(Integer.toString(request.body().length())));
        String[] target = request.target().split("\\?", 2);
        String query = target.length == 2 ? target[1] : "";
        return new HostRequest(request.method(), target[0], query, headers, request.body(), "127.0.0.1", 50_000);
    }

    @Override
    public void close() throws IOException {
        host.close();
    }
}
