package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.log.SparingLog;
import dev.footbridge.security.OriginGuard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalNoticeTest {

    private final List<String> lines = new ArrayList<>();
    private Instant now = Instant.parse("2026-07-28T12:00:00Z");
    private final OriginGuard guard = new OriginGuard(List.of("localhost:*"), List.of());
    private final HttpHandler guarded = new RefusalNotice(
                    guard, (level, requestId, message, cause) -> lines.add(requestId + " " + message), () -> now)
            .then(guard)
            .around(request -> HttpResponse.empty(200));

    @Test
    void refusedHostIsToldOnceWithTheOptionThatAllowsIt() {
        assertThat(send(Headers.of("host", "myhost.lan:8080"))).isEqualTo(403);
        send(Headers.of("host", "myhost.lan:8080"));

        assertThat(lines)
                .containsExactly("r1 refused Host myhost.lan:8080; if it is a name of this machine, allow it with"
                        + " --allow-host myhost.lan");
    }

    @Test
    void refusedOriginIsToldWithTheOptionThatAllowsIt() {
        send(Headers.of("host", "localhost").with("origin", "https://page.example"));

        assertThat(lines)
                .containsExactly("r1 refused Origin https://page.example; if you trust its pages, allow it with"
                        + " --allow-origin https://page.example");
    }

    @Test
    void valueOfAStrangerCannotSpeakToTheTerminal() {
        send(Headers.of("host", "a\u009b31m b\u202ec"));

        assertThat(lines).containsExactly("r1 refused Host a?31m?b?c");
    }

    @Test
    void longValueIsCutAndNotAdvised() {
        send(Headers.of("host", "a".repeat(5000)));

        assertThat(lines).containsExactly("r1 refused Host " + "a".repeat(100) + "...");
    }

    @Test
    void strangersCannotFillTheLog() {
        for (int i = 0; i < 1000; i++) {
            send(Headers.of("host", "h" + i));
        }

        assertThat(lines).hasSize(SparingLog.SENTENCES + 1);
        assertThat(lines.get(SparingLog.SENTENCES)).contains("not listed");

        now = now.plus(RefusalNotice.WHILE);
        send(Headers.of("host", "myhost.lan"));

        assertThat(lines).hasSize(SparingLog.SENTENCES + 2).last().asString().contains("myhost.lan");
    }

    @Test
    void nothingIsSaidOfWhatIsServed() {
        assertThat(send(Headers.of("host", "localhost").with("origin", "http://localhost")))
                .isEqualTo(200);

        assertThat(lines).isEmpty();
    }

    private int send(Headers headers) {
        return guarded.handle(new HttpRequest("POST", "/mcp", "", headers, Bytes.EMPTY, Arrival.unknown("r1")))
                .status();
    }
}
