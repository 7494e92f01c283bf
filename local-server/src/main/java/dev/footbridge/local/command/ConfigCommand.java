package dev.footbridge.local.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code config}: what to paste into a client. Opens nothing and changes nothing. */
final class ConfigCommand {

    private ConfigCommand() {}

    static ExitCode run(Arguments arguments, Io io) throws CommandFailure {
        arguments.refuseWordsBeyond(1);
        if (arguments.words().isEmpty()) {
            throw CommandFailure.usage("which client? Known are " + ClientSnippets.names());
        }
        int port = arguments.number("--port", ServeOptions.DEFAULT_PORT, 65535);
        boolean token = arguments.has("--token-file") || io.env().containsKey("FOOTBRIDGE_TOKEN");
        ClientSnippets.Target target =
                new ClientSnippets.Target("http://127.0.0.1:" + port + "/mcp", command(arguments, io), token);
        io.out().println(ClientSnippets.of(arguments.words().get(0), target));
        io.out().flush();
        return ExitCode.OK;
    }

    /** Clients start programs from a folder of their own, so every path is made absolute. */
    private static List<String> command(Arguments arguments, Io io) {
        List<String> words = new ArrayList<>(
                List.of(Path.of(io.launcher()).toAbsolutePath().normalize().toString(), "stdio"));
        arguments.one("--files").ifPresent(folder -> {
            words.add("--files");
            words.add(Path.of(folder).toAbsolutePath().normalize().toString());
        });
        if (arguments.has("--write")) {
            words.add("--write");
        }
        return words;
    }
}
