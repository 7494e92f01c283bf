package dev.footbridge.dispatch;

import dev.footbridge.audit.AuditEntry;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Client;
import dev.footbridge.http.Headers;
import dev.footbridge.json.Json;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.Message;
import dev.footbridge.protocol.ProtocolVersion;
import dev.footbridge.protocol.Trace;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One settled request: all that is known of it, the same for every revision, so that no route has to ask which it
 * serves.
 *
 * @param progressToken null if the client wants no progress
 * @param logThreshold the least severe log line the client wants; empty for none
 * @param mirrored headers that must agree with arguments; empty where none are required
 * @param memory where a legacy client's wishes are kept; empty where nothing is kept
 * @param live whether the platform can send anything before the answer is complete
 * @param platformDeadline when the platform cuts the request off
 * @param requestId names the request in the log
 * @param address where it comes from, as far as the platform says
 * @param record what is recorded of it
 */
record Exchange(
        Message.Request request,
        ProtocolVersion revision,
        Caller caller,
        Client client,
        @Nullable Json progressToken,
        Optional<LogLevel> logThreshold,
        Trace trace,
        Asker asker,
        Optional<Headers> mirrored,
        Optional<Remembered> memory,
        boolean live,
        Optional<Instant> platformDeadline,
        String requestId,
        Optional<String> address,
        AuditEntry record) {}
