package dev.footbridge.azure.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TriggerResponseTest {

    private static final TriggerMessage MESSAGE =
            new TriggerMessage(HttpMethod.POST, URI.create("https://app/mcp"), Map.of(), "");

    @Test
    void anEmptyBodyIsATextAndNeverNull() {
        HttpResponseMessage answer = TriggerResponse.write(HttpResponse.empty(202), MESSAGE);

        assertThat(answer.getStatusCode()).isEqualTo(202);
        assertThat(answer.getBody()).isEqualTo("");
    }

    @Test
    void theValuesOfAHeaderAreOne() {
        HttpResponse response = new HttpResponse(
                401, new Headers(Map.of("www-authenticate", List.of("Bearer a=\"b\"", "DPoP"))), Bytes.utf8("{}"));

        HttpResponseMessage answer = TriggerResponse.write(response, MESSAGE);

        assertThat(answer.getHeader("www-authenticate")).isEqualTo("Bearer a=\"b\", DPoP");
        assertThat(answer.getBody()).isEqualTo("{}");
    }
}
