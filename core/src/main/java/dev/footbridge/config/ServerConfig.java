package dev.footbridge.config;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of a server. Immutable; begin with {@link #DEFAULTS} and change what must differ.
 *
 * @param path where the endpoint is, such as {@code /mcp}
 * @param allowedHosts values of the {@code Host} header that are served, {@code *} as port matching any port; {@code *}
 *     alone serves every host
 * @param allowedOrigins origins of web pages that may call, exactly as browsers send them
 * @param maxBodyBytes larger requests are refused with 413
 * @param maxResultLength a tool's result of more characters, base64 included, becomes a failure that says so
 * @param pageSize entries on one page of a list
 * @param callTimeout a call that takes longer is given up
 * @param keepAlive between comments on a stream that has nothing to say; also how soon a vanished client is noticed
 * @param maxConcurrentCalls calls that run at once, half of them at most for one caller who is known; further ones are
 *     refused, not queued
 * @param sessions how legacy clients are served
 * @param sessionIdle a session not used for so long is over
 * @param sessionLifetime a session is over after this, used or not
 * @param sessionsPerCaller beginning one more ends one that was never used, or the least recently used
 * @param listTtl how long clients may keep lists
 * @param sealLifetime how long a client may take to answer a question or to fetch the next page
 * @param instructions what a model should know about the server as a whole, null for nothing
 * @param revealSelf whether results carry the server's name and version
 */
public record ServerConfig(
        String path,
        List<String> allowedHosts,
        List<String> allowedOrigins,
        int maxBodyBytes,
        int maxResultLength,
        int pageSize,
        Duration callTimeout,
        Duration keepAlive,
        int maxConcurrentCalls,
        SessionMode sessions,
        Duration sessionIdle,
        Duration sessionLifetime,
        int sessionsPerCaller,
        Duration listTtl,
        Duration sealLifetime,
        @Nullable String instructions,
        boolean revealSelf) {

    public static final ServerConfig DEFAULTS = new ServerConfig(
            "/mcp",
            List.of("localhost:*", "127.0.0.1:*", "[::1]:*"),
            List.of(),
            1 << 20,
            2 << 20,
            100,
            Duration.ofMinutes(5),
            Duration.ofSeconds(5),
            256,
            SessionMode.SESSIONS,
            Duration.ofMinutes(30),
            Duration.ofHours(12),
            100,
            Duration.ZERO,
            Duration.ofMinutes(15),
            null,
            true);

    public ServerConfig {
        allowedHosts = List.copyOf(allowedHosts);
        allowedOrigins = List.copyOf(allowedOrigins);
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("the endpoint path must start with a slash");
        }
        if (maxBodyBytes < 1
                || maxResultLength < 1
                || pageSize < 1
                || maxConcurrentCalls < 1
                || sessionsPerCaller < 1) {
            throw new IllegalArgumentException("limits must be at least 1");
        }
        List.of(callTimeout, keepAlive, sessionIdle, sessionLifetime, sealLifetime)
                .forEach(ServerConfig::requirePositive);
        if (listTtl.isNegative()) {
            throw new IllegalArgumentException("listTtl must not be negative");
        }
    }

    private static void requirePositive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("times must be longer than zero");
        }
    }

    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Changes single settings. Not thread-safe. */
    public static final class Builder {
        private String path;
        private List<String> allowedHosts;
        private List<String> allowedOrigins;
        private int maxBodyBytes;
        private int maxResultLength;
        private int pageSize;
        private Duration callTimeout;
        private Duration keepAlive;
        private int maxConcurrentCalls;
        private SessionMode sessions;
        private Duration sessionIdle;
        private Duration sessionLifetime;
        private int sessionsPerCaller;
        private Duration listTtl;
        private Duration sealLifetime;
        private @Nullable String instructions;
        private boolean revealSelf;

        private Builder(ServerConfig from) {
            this.path = from.path;
            this.allowedHosts = from.allowedHosts;
            this.allowedOrigins = from.allowedOrigins;
            this.maxBodyBytes = from.maxBodyBytes;
            this.maxResultLength = from.maxResultLength;
            this.pageSize = from.pageSize;
            this.callTimeout = from.callTimeout;
            this.keepAlive = from.keepAlive;
            this.maxConcurrentCalls = from.maxConcurrentCalls;
            this.sessions = from.sessions;
            this.sessionIdle = from.sessionIdle;
            this.sessionLifetime = from.sessionLifetime;
            this.sessionsPerCaller = from.sessionsPerCaller;
            this.listTtl = from.listTtl;
            this.sealLifetime = from.sealLifetime;
            this.instructions = from.instructions;
            this.revealSelf = from.revealSelf;
        }

        public Builder path(String value) {
            this.path = value;
            return this;
        }

        public Builder allowedHosts(List<String> value) {
            this.allowedHosts = value;
            return this;
        }

        public Builder allowedOrigins(List<String> value) {
            this.allowedOrigins = value;
            return this;
        }

        public Builder maxBodyBytes(int value) {
            this.maxBodyBytes = value;
            return this;
        }

        public Builder maxResultLength(int value) {
            this.maxResultLength = value;
            return this;
        }

        public Builder pageSize(int value) {
            this.pageSize = value;
            return this;
        }

        public Builder callTimeout(Duration value) {
            this.callTimeout = value;
            return this;
        }

        public Builder keepAlive(Duration value) {
            this.keepAlive = value;
            return this;
        }

        public Builder maxConcurrentCalls(int value) {
            this.maxConcurrentCalls = value;
            return this;
        }

        public Builder sessions(SessionMode value) {
            this.sessions = value;
            return this;
        }

        public Builder sessionIdle(Duration value) {
            this.sessionIdle = value;
            return this;
        }

        public Builder sessionLifetime(Duration value) {
            this.sessionLifetime = value;
            return this;
        }

        public Builder sessionsPerCaller(int value) {
            this.sessionsPerCaller = value;
            return this;
        }

        public Builder listTtl(Duration value) {
            this.listTtl = value;
            return this;
        }

        public Builder sealLifetime(Duration value) {
            this.sealLifetime = value;
            return this;
        }

        public Builder instructions(@Nullable String value) {
            this.instructions = value;
            return this;
        }

        public Builder revealSelf(boolean value) {
            this.revealSelf = value;
            return this;
        }

        /** @throws IllegalArgumentException if a setting makes no sense */
        public ServerConfig build() {
            return new ServerConfig(
                    path,
                    allowedHosts,
                    allowedOrigins,
                    maxBodyBytes,
                    maxResultLength,
                    pageSize,
                    callTimeout,
                    keepAlive,
                    maxConcurrentCalls,
                    sessions,
                    sessionIdle,
                    sessionLifetime,
                    sessionsPerCaller,
                    listTtl,
                    sealLifetime,
                    instructions,
                    revealSelf);
        }
    }
}
