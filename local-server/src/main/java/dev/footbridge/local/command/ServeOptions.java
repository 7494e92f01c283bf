package dev.footbridge.local.command;

import dev.footbridge.config.ServerConfig;
import dev.footbridge.config.SessionMode;
import dev.footbridge.log.Log;
import dev.footbridge.security.OriginGuard;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code serve} was asked for, checked as far as it can be without opening anything. */
record ServeOptions(
        String host,
        int port,
        Credentials credentials,
        Rulebook rulebook,
        Optional<LockFile> lock,
        ServerConfig config,
        boolean sse) {

    static final int DEFAULT_PORT = 8080;
    static final String LOOPBACK = "127.0.0.1";

    static ServeOptions of(Arguments arguments, Map<String, String> env, Log log) throws CommandFailure {
        return of(arguments, env, StoreOpener.NONE, log);
    }

    /** @param stores opens what {@code --state} names */
    static ServeOptions of(Arguments arguments, Map<String, String> env, StoreOpener stores, Log log)
            throws CommandFailure {
        String host = arguments.one("--host").orElse(LOOPBACK);
        int port = arguments.number("--port", DEFAULT_PORT, 65535);
        Rulebook rulebook = Rulebook.of(arguments, env, stores, log);
        Credentials credentials = Credentials.of(arguments, env, rulebook);
        if (!credentials.fitForNetworks() && !isLoopback(host)) {
            throw CommandFailure.usage("--host " + host
                    + " is reachable from other machines: give --keys, --token-file or FOOTBRIDGE_TOKEN, oauth in"
                    + " --settings, or --client-ca with --client-auth need, so that clients must authenticate");
        }
        ServerConfig config = ServerConfig.DEFAULTS.toBuilder()
                .allowedHosts(hosts(host, arguments.all("--allow-host")))
                .allowedOrigins(arguments.all("--allow-origin"))
                .sessions(arguments.has("--stateless") ? SessionMode.STATELESS : SessionMode.SESSIONS)
                .maxResultLength(rulebook.limits().resultLength().orElse(ServerConfig.DEFAULTS.maxResultLength()))
                .build();
        checkNames(config);
        Optional<String> pins = arguments.one("--lock");
        Optional<LockFile> lock = pins.isPresent() ? Optional.of(new LockFile(Path.of(pins.get()))) : Optional.empty();
        return new ServeOptions(host, port, credentials, rulebook, lock, config, !arguments.has("--no-sse"));
    }

    /** Where clients on this machine find what listens there. */
    static String url(String scheme, String host, int port, String path) {
        String name = switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "[::1]";
            default -> host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        };
        return scheme + "://" + name + ":" + port + path;
    }

    OriginGuard guard() {
        return new OriginGuard(config.allowedHosts(), config.allowedOrigins());
    }

    private static void checkNames(ServerConfig config) throws CommandFailure {
        try {
            new OriginGuard(config.allowedHosts(), config.allowedOrigins());
        } catch (IllegalArgumentException unusable) {
            throw CommandFailure.usage(String.valueOf(unusable.getMessage()));
        }
    }

    static boolean isLoopback(String host) throws CommandFailure {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw CommandFailure.usage("--host " + host + " is not an address of this machine");
        }
    }

    /**
     * The usual local names, the address that was asked for, and what the operator adds; on any port if none is said.
     */
    private static List<String> hosts(String bound, List<String> added) {
        List<String> hosts = new ArrayList<>(ServerConfig.DEFAULTS.allowedHosts());
        if (!bound.equals("0.0.0.0") && !bound.equals("::")) {
            hosts.add((bound.contains(":") ? "[" + bound + "]" : bound) + ":*");
        }
        added.forEach(host -> hosts.add(host.contains(":") && !host.endsWith("]") ? host : host + ":*"));
        return hosts.stream().distinct().toList();
    }
}
