package dev.footbridge;

import dev.footbridge.call.Caller;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.dispatch.Conversation;
import dev.footbridge.feature.Catalog;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.http.HttpHandler;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.security.Authenticator;
import dev.footbridge.security.KeyRing;
import dev.footbridge.state.StateStore;
import java.time.InstantSource;
import java.util.concurrent.ThreadFactory;

/** An MCP server without a transport. (To be completed.) */
public final class McpServer implements AutoCloseable {

    private McpServer() {}

    public static Builder named(Implementation self) {
        return new Builder();
    }

    /** Serves the endpoint: every revision, on one path. */
    public HttpHandler http() {
        throw new UnsupportedOperationException();
    }

    /** Begins a conversation with one client on a channel of its own. */
    public Conversation converse(Caller caller, Conversation.Outlet outlet) {
        throw new UnsupportedOperationException();
    }

    /** What is offered now, and where changes are published. */
    public Catalog catalog() {
        throw new UnsupportedOperationException();
    }

    /** Ends every subscription and stream gracefully; running calls are cancelled. */
    @Override
    public void close() {}

    /** Collects what a server is made of. Everything but the features has a default. Not thread-safe. */
    public static final class Builder {

        public Builder features(FeatureSet features) {
            return this;
        }

        public Builder config(ServerConfig config) {
            return this;
        }

        public Builder store(StateStore store) {
            return this;
        }

        public Builder authenticator(Authenticator authenticator) {
            return this;
        }

        /** Keys for what clients carry; without them a random key that dies with this process. */
        public Builder sealKeys(KeyRing keys) {
            return this;
        }

        public Builder log(Log log) {
            return this;
        }

        public Builder clock(InstantSource clock) {
            return this;
        }

        /** Makes the threads that run handlers. */
        public Builder threads(ThreadFactory threads) {
            return this;
        }

        public McpServer build() {
            return new McpServer();
        }
    }
}
