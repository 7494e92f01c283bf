package dev.footbridge.aws;

import dev.footbridge.aws.event.Invocation;
import dev.footbridge.aws.runtime.Responder;
import dev.footbridge.aws.runtime.ResponseStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Walks a request through everything before a snapshot is taken, so that its copies have loaded what every request
 * needs. Nobody is asked outside the process, and no tool runs.
 */
final class Primer {

    private static final String BODY =
            "{\\\"jsonrpc\\\":\\\"2.0\\\",\\\"id\\\":0,\\\"method\\\":\\\"tools/list\\\",\\\"params\\\":{\\\"_meta\\\":{"
                    + "\\\"io.modelcontextprotocol/protocolVersion\\\":\\\"2026-07-28\\\","
                    + "\\\"io.modelcontextprotocol/clientCapabilities\\\":{}}}}";

    private static final String EVENT = "{\"version\":\"2.0\",\"rawPath\":\"/mcp\",\"headers\":{\"host\":\"prime\","
            + "\"content-type\":\"application/json\",\"accept\":\"application/json, text/event-stream\","
            + "\"mcp-protocol-version\":\"2026-07-28\",\"mcp-method\":\"tools/list\"},"
            + "\"requestContext\":{\"authorizer\":{\"iam\":{\"accountId\":\"0\",\"userId\":\"prime\"}},"
            + "\"http\":{\"method\":\"POST\",\"path\":\"/mcp\"}},\"body\":\"" + BODY + "\"}";

    private Primer() {}

    static void prime(LambdaFunction function) throws IOException {
        Invocation invocation = new Invocation("prime", Instant.now().plusSeconds(30), false);
        function.invoke(EVENT.getBytes(StandardCharsets.UTF_8), invocation, Nowhere.RESPONDER);
    }

    /** Nobody waits for the answer. */
    private enum Nowhere implements Responder {
        RESPONDER;

        @Override
        public void whole(byte[] json) {}

        @Override
        public ResponseStream stream() {
            throw new UnsupportedOperationException("nothing is streamed before a snapshot");
        }
    }
}
