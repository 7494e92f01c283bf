package dev.footbridge.tools.files;

import dev.footbridge.call.Answers;
import dev.footbridge.call.Call;
import dev.footbridge.call.Caller;
import dev.footbridge.call.Client;
import dev.footbridge.call.InputRequest;
import dev.footbridge.call.KeptState;
import dev.footbridge.json.Json;
import dev.footbridge.protocol.LogLevel;
import dev.footbridge.protocol.Trace;
import dev.footbridge.secret.Secrets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A call by nobody in particular, whose client answers no questions, of a server that keeps nothing. */
record FakeCall(boolean cancelled) implements Call {

    static final FakeCall RUNNING = new FakeCall(false);

    @Override
    public Caller caller() {
        return Caller.ANONYMOUS;
    }

    @Override
    public Client client() {
        return Client.UNKNOWN;
    }

    @Override
    public Trace trace() {
        return Trace.NONE;
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.empty();
    }

    @Override
    public void onCancel(Runnable action) {
        if (cancelled) {
            action.run();
        }
    }

    @Override
    public void progress(double done, double total, String message) {}

    @Override
    public void log(LogLevel level, Json data) {}

    @Override
    public <A> A ask(String key, InputRequest<A> request) {
        throw new UnsupportedOperationException("nobody is there to answer");
    }

    @Override
    public <R extends Record> R ask(String key, Class<R> form, String message) {
        throw new UnsupportedOperationException("nobody is there to answer");
    }

    @Override
    public Answers askAll(Map<String, InputRequest<?>> requests) {
        throw new UnsupportedOperationException("nobody is there to answer");
    }

    @Override
    public KeptState state(String handle) {
        throw new UnsupportedOperationException("nothing is kept");
    }

    @Override
    public KeptState newState() {
        throw new UnsupportedOperationException("nothing is kept");
    }

    @Override
    public Secrets secrets() {
        return Secrets.none();
    }

    @Override
    public void releaseConnection() {}
}
