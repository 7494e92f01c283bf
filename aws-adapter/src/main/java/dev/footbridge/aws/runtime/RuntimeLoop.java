package dev.footbridge.aws.runtime;

import dev.footbridge.aws.event.Invocation;
import dev.footbridge.log.Log;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes invocations from the Runtime API one after the other, for as long as the environment lives.
 *
 * <p>Under SnapStart the function is made, hooks run, the process is frozen and copied, and every copy goes on from
 * there.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-custom.html">SnapStart for custom
 *     runtimes</a>
 */
public final class RuntimeLoop {

    private final RuntimeApi api;
    private final boolean streaming;
    private final Log log;

    /** @param streaming whether answers may be sent while the invocation runs: then all are sent that way */
    public RuntimeLoop(String endpoint, boolean streaming, Log log) {
        this.api = new RuntimeApi(endpoint);
        this.streaming = streaming;
        this.log = log;
    }

    /** What invocations run. Thread-safe. */
    @FunctionalInterface
    public interface Function {
        /** Answers one; whatever it throws is told to Lambda, and to nobody else. */
        void invoke(byte[] event, Invocation invocation, Responder responder) throws IOException;
    }

    /** What is done before a snapshot is taken and after it was restored. */
    public interface Hooks {
        void beforeSnapshot() throws Exception;

        void afterRestore() throws Exception;
    }

    /** Makes what the function is; null once Lambda has been told why it cannot be made. */
    public <T> @Nullable T make(Supplier<T> maker) throws IOException {
        try {
            return maker.get();
        } catch (RuntimeException | Error failed) {
            log.error("-", "the function cannot start", failed);
            api.failInit("Footbridge.Start", String.valueOf(failed.getMessage()));
            return null;
        }
    }

    /** Runs the hooks around the snapshot; false once Lambda has been told that one of them failed. */
    public boolean snapshot(Hooks hooks) throws IOException {
        try {
            hooks.beforeSnapshot();
        } catch (Exception | Error failed) {
            log.error("-", "a hook before the snapshot failed", failed);
            api.failInit("Runtime.BeforeCheckpointError", String.valueOf(failed.getMessage()));
            return false;
        }
        api.awaitRestore();
        try {
            hooks.afterRestore();
            return true;
        } catch (Exception | Error failed) {
            log.error("-", "a hook after the restore failed", failed);
            api.failRestore("Runtime.AfterRestoreError", String.valueOf(failed.getMessage()));
            return false;
        }
    }

    /** Takes invocations until the Runtime API is gone, which is said by {@link IOException}. */
    public void run(Function function) throws IOException {
        while (true) {
            step(function);
        }
    }

    /** Takes one invocation. */
    void step(Function function) throws IOException {
        RuntimeApi.Next next = api.next();
        Once responder = new Once(next.requestId());
        try {
            function.invoke(
                    next.event().array(),
                    new Invocation(next.requestId(), next.deadline(), streaming, next.tenant()),
                    responder);
            responder.finish();
        } catch (IOException | RuntimeException | Error failed) {
            log.error(next.requestId(), "an invocation failed", failed);
            tell(responder, next.requestId());
        }
    }

    /** What failed may have been the connection: the next invocation comes over another one. */
    private void tell(Once responder, String requestId) throws IOException {
        try {
            responder.fail();
        } catch (IOException broken) {
            log.error(requestId, "Lambda could not be told that an invocation failed", broken);
        }
        api.drop();
    }

    /** Answers an invocation once, whatever happens. */
    private final class Once implements Responder {
        private final String requestId;
        private boolean answered;
        private @Nullable ResponseStream stream;

        Once(String requestId) {
            this.requestId = requestId;
        }

        @Override
        public void whole(byte[] json) throws IOException {
            begin();
            api.respond(requestId, json);
        }

        @Override
        public ResponseStream stream() throws IOException {
            if (!streaming) {
                throw new UnsupportedOperationException("this function answers whole");
            }
            begin();
            ResponseStream opened = api.stream(requestId);
            stream = opened;
            return opened;
        }

        private void begin() {
            if (answered) {
                throw new IllegalStateException("answered twice");
            }
            answered = true;
        }

        void finish() throws IOException {
            if (stream != null) {
                stream.close();
            } else if (!answered) {
                fail();
            }
        }

        void fail() throws IOException {
            String type = "Footbridge.Failed";
            String message = "The function failed. Reference: " + requestId;
            if (stream != null) {
                stream.fail(type, "{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + message + "\"}");
            } else if (!answered) {
                answered = true;
                api.fail(requestId, type, message);
            }
        }
    }
}
