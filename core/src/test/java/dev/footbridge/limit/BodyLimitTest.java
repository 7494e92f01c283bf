package dev.footbridge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.http.HttpRequest;
import dev.footbridge.http.HttpResponse;
import org.junit.jupiter.api.Test;

final class BodyLimitTest {

    private final HttpHandler limited = new BodyLimit(10).around(request -> HttpResponse.empty(200));

    @Test
    void theLargestBodyIsLetThrough() {
        assertThat(limited.handle(post(10)).status()).isEqualTo(200);
        assertThat(limited.handle(post(0)).status()).isEqualTo(200);
    }

    @Test
    void aLargerBodyIsRefusedWithAnErrorWithoutId() {
        HttpResponse response = limited.handle(post(11));

        assertThat(response.status()).isEqualTo(413);
        assertThat(response.headers().first("content-type")).contains("application/json");
        assertThat(((Bytes) response.body()).asUtf8())
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32600,"
                        + "\"message\":\"The request body is larger than 10 bytes.\"}}");
    }

    private static HttpRequest post(int length) {
        return new HttpRequest("POST", "/mcp", "", Headers.NONE, Bytes.of(new byte[length]), Arrival.unknown("1"));
    }
}
