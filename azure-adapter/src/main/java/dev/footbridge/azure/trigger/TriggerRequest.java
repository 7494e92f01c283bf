package dev.footbridge.azure.trigger;

import com.microsoft.azure.functions.HttpRequestMessage;
import dev.footbridge.function.FunctionRefusals;
import dev.footbridge.http.Arrival;
import dev.footbridge.http.Bytes;
import dev.footbridge.http.Headers;
import dev.footbridge.http.HttpRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads what the host passes on. The host joins the values of a header that came twice, makes text of bodies, and drops
 * those that come in chunks; answers are taken whole only. Thread-safe.
 *
 * @param platform what of the headers is believed
 * @param maxBodyBytes larger bodies are refused
 * @see <a href="https://github.com/Azure/azure-functions-host/issues/4926">Bodies in chunks</a>
 */
public record TriggerRequest(Platform platform, int maxBodyBytes) {

    /** Stands for a body that was none and cannot be seen any more: a byte that no UTF-8 has. */
    private static final Bytes NOT_UTF_8 = Bytes.of(new byte[] {(byte) 0xFF});

    /**
     * @param requestId the platform's
     * @param deadline when nobody waits for the answer any more
     */
    public Incoming read(HttpRequestMessage<Optional<String>> message, String requestId, Instant deadline) {
        Headers headers = Headers.of(message.getHeaders().entrySet());
        String text = message.getBody().orElse("");
        String method = message.getHttpMethod().name();
        if (text.isEmpty() && method.equals("POST") && isWithoutLength(headers)) {
            return new Incoming.Refused(FunctionRefusals.LENGTH_REQUIRED);
        }
        // Before it is encoded: what is too large is not worth the memory.
        Bytes body = text.length() > maxBodyBytes ? Bytes.EMPTY : Bytes.utf8(text);
        if (text.length() > maxBodyBytes || body.length() > maxBodyBytes) {
            return new Incoming.Refused(FunctionRefusals.TOO_LARGE);
        }
        URI uri;
        try {
            uri = message.getUri();
        } catch (IllegalArgumentException unreadable) {
            return new Incoming.Refused(FunctionRefusals.BAD_ADDRESS);
        }
        Arrival arrival;
        try {
            arrival = platform.arrival(headers, requestId, deadline, false);
        } catch (IllegalArgumentException notBelieved) {
            return new Incoming.Refused(FunctionRefusals.BAD_CERTIFICATE);
        }
        return new Incoming.Asked(
                new HttpRequest(method, path(uri), query(uri), headers, asSent(body, headers), arrival));
    }

    /**
     * The host puts U+FFFD where there was no UTF-8, drops a byte order mark, and reads UTF-16 behind one of its own:
     * only the length tells. The server is to refuse what was sent, as everywhere.
     */
    private static Bytes asSent(Bytes body, Headers headers) {
        Optional<String> length = headers.single("content-length");
        boolean changed = length.isPresent() && !length.get().equals(Integer.toString(body.length()));
        return changed ? NOT_UTF_8 : body;
    }

    private static boolean isWithoutLength(Headers headers) {
        return headers.has("transfer-encoding") || !headers.has("content-length");
    }

    private static String path(URI uri) {
        String path = uri.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    private static String query(URI uri) {
        String query = uri.getRawQuery();
        return query == null ? "" : query;
    }
}
