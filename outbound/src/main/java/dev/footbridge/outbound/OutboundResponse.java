package dev.footbridge.outbound;

import dev.footbridge.http.Bytes;
import java.util.Optional;

/**
 * What another system answered, whatever its status. Immutable.
 *
 * @param contentType as it was sent
 */
public record OutboundResponse(int status, Optional<String> contentType, Bytes body) {

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    public String text() {
        return body.asUtf8();
    }
}
