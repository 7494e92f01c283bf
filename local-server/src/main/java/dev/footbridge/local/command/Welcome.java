package dev.footbridge.local.command;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.local.tls.TlsSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code serve} says when it is up: where, what, and how to connect. */
record Welcome(Io io, String url, ServeOptions options, Arguments arguments) {

    void print(Assembly assembly) throws CommandFailure {
        Style style = io.style();
        String header =
                options.credentials().writtenDown() ? " --header \"Authorization: Bearer $FOOTBRIDGE_TOKEN\"" : "";
        io.out()
                .println(style.bold("Serving MCP at " + url)
                        + options.credentials().inWords());
        arguments.folder().ifPresent(folder -> io.out().println("  " + described(folder)));
        io.out().println("  " + count(assembly.offer().features()));
        if (options.sse()) {
            io.out()
                    .println(style.dim("  clients of 2024-11-05: "
                            + url.replace(options.config().path(), "/sse")));
        }
        io.out().println();
        io.out().println("Connect:");
        Optional<String> export = Token.export(arguments);
        export.or(() -> options.credentials().keys().map(unused -> "export FOOTBRIDGE_TOKEN=…   the client's API key"))
                .ifPresent(line -> io.out().println("  first         " + line));
        options.credentials()
                .oauth()
                .ifPresent(unused -> io.out().println("  by OAuth      clients find where to log in by themselves"));
        options.credentials().tls().settings().ifPresent(this::trust);
        io.out()
                .println("  Claude Code   claude mcp add --transport http " + ClientSnippets.nameOf(assembly.self())
                        + " " + url + header);
        io.out()
                .println("  Inspector     npx @modelcontextprotocol/inspector --cli " + url + " --method tools/list"
                        + header);
        io.out()
                .println("  any other     " + io.launcherWord() + " config CLIENT" + repeated() + "   ("
                        + ClientSnippets.names() + ")");
        io.out().println(style.dim("Stop with Ctrl-C."));
        io.out().flush();
    }

    /** The options that the texts for clients depend on, where they are not the usual ones. */
    private String repeated() {
        StringBuilder words = new StringBuilder();
        String authority = url.substring(
                url.indexOf("//") + 2, url.length() - options.config().path().length());
        int colon = authority.lastIndexOf(':');
        String host = authority.substring(0, colon);
        String port = authority.substring(colon + 1);
        if (!host.equals(ServeOptions.LOOPBACK)) {
            words.append(" --host ").append(Io.shellWord(host));
        }
        if (!port.equals(Integer.toString(ServeOptions.DEFAULT_PORT))) {
            words.append(" --port ").append(port);
        }
        for (String option : List.of("--token-file", "--files")) {
            arguments
                    .one(option)
                    .ifPresent(value ->
                            words.append(' ').append(option).append(' ').append(Io.shellWord(value)));
        }
        words.append(arguments.has("--write") ? " --write" : "");
        return words.append(options.credentials().tls().settings().isPresent() ? " --tls" : "")
                .toString();
    }

    /** What clients need under TLS is a matter of their own settings, which differ. */
    private void trust(TlsSettings tls) {
        io.out().println("  under TLS     clients must trust the authority of this server's certificate");
        if (tls.clients().isPresent()) {
            io.out().println("                and have a certificate of their own, of an authority in --client-ca");
        }
    }

    private String described(Path folder) {
        return "folder " + folder.toAbsolutePath().normalize()
                + (arguments.has("--write") ? ", writable: clients may change and delete files" : ", read-only");
    }

    private static String count(FeatureSet features) {
        return counted(features.tools().size(), "tool") + " ("
                + String.join(", ", features.tools().keySet()) + "), "
                + counted(features.prompts().size(), "prompt")
                + (features.hasResources() ? ", resources" : "");
    }

    private static String counted(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
