package dev.footbridge.outbound;

import java.io.IOException;

/** A request that was not sent, or an answer that was not read, because of a rule. The message is for the operator. */
public final class OutboundRefusal extends IOException {

    private static final long serialVersionUID = 1L;

    OutboundRefusal(String message) {
        super(message);
    }
}
