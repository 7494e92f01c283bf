package dev.footbridge.local.command;

import dev.footbridge.config.ServerConfig;
import dev.footbridge.protocol.Implementation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code config}: what to paste into a client. Opens nothing and changes nothing. */
final class ConfigCommand {

    private ConfigCommand() {}

    static ExitCode run(Arguments arguments, Implementation self, Io io) throws CommandFailure {
        arguments.refuseWordsBeyond(1);
        if (arguments.words().isEmpty()) {
            throw CommandFailure.usage("which client? Choose one of " + ClientSnippets.names());
        }
        int port = arguments.number("--port", ServeOptions.DEFAULT_PORT, 65535);
        if (port == 0) {
            throw CommandFailure.usage("--port must be the port that 'serve' listens on, which it prints; 0 is none");
        }
        warnOf(arguments.folder(), io);
        boolean token = arguments.has("--token-file") || io.env().containsKey("FOOTBRIDGE_TOKEN");
        String host = arguments.one("--host").orElse(ServeOptions.LOOPBACK);
        ClientSnippets.Target target = new ClientSnippets.Target(
                ClientSnippets.nameOf(self),
                ServeOptions.url(arguments.has("--tls") ? "https" : "http", host, port, ServerConfig.DEFAULTS.path()),
                command(arguments, io),
                token);
        String snippet = ClientSnippets.of(arguments.words().get(0), target);
        if (snippet.contains("FOOTBRIDGE_TOKEN")) {
            Token.export(arguments)
                    .ifPresent(
                            line -> io.out().println("# first, in the shell that starts the client\n" + line + "\n"));
        }
        io.out().println(snippet);
        io.out().flush();
        return ExitCode.OK;
    }

    private static void warnOf(Optional<Path> folder, Io io) {
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            io.err().println("footbridge: warning: there is no folder " + folder.get());
        }
    }

    /** Clients start programs from a folder of their own, so every path is made absolute. */
    private static List<String> command(Arguments arguments, Io io) throws CommandFailure {
        List<String> words = new ArrayList<>(
                List.of(Path.of(io.launcher()).toAbsolutePath().normalize().toString(), "stdio"));
        arguments.folder().ifPresent(folder -> {
            words.add("--files");
            words.add(folder.toAbsolutePath().normalize().toString());
        });
        if (arguments.has("--write")) {
            words.add("--write");
        }
        return words;
    }
}
