package dev.footbridge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.argument.Field;
import dev.footbridge.feature.Catalog;
import dev.footbridge.feature.Effect;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.JsonReader;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static final Field<String> WORD = Field.text("word").describedAs("A word.");
    private static final Field<Long> TIMES = Field.integer("times").min(1).defaultsTo(1L);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> env = new HashMap<>(Map.of("TERM", "xterm"));
    private boolean terminal;
    private boolean keyboard;

    @Test
    void toolIsCalledWithTypedArgumentsAndItsTextPrinted() {
        assertThat(run("call", "repeat", "word=la ", "times=3")).isZero();

        assertThat(output()).isEqualTo("la la la \n");
    }

    @Test
    void argumentsMayBeOneJsonObject() {
        assertThat(run("call", "repeat", "--json", "{\"word\":\"ü\",\"times\":2}"))
                .isZero();

        assertThat(output()).isEqualTo("üü\n");
    }

    @Test
    void structuredResultIsPrintedAsIndentedJson() {
        assertThat(run("call", "structured")).isZero();

        assertThat(output()).isEqualTo("{\n  \"ok\": true\n}\n");
    }

    @Test
    void failureOfTheToolIsExitCode1() {
        assertThat(run("call", "repeat", "word=la", "times=0")).isEqualTo(1);

        assertThat(output()).contains("times");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serv|did you mean serve?",
                "serve --prot 1|did you mean --port?",
                "serve --port x|--port must be a number from 0 to 65535, is 'x'",
                "serve --port 70000|--port must be a number",
                "serve --port|--port needs a value",
                "serve --port 1 --port 2|--port may be given only once",
                "serve --no-sse=yes|--no-sse takes no value",
                "serve docs|one word too many",
                "serve --write|--write needs --files",
                "serve --host 0.0.0.0|must authenticate",
                "serve --allow-origin nonsense|nonsense",
                "call|which tool?",
                "call repaet word=x|did you mean repeat?",
                "call repeat wrod=x|did you mean word?",
                "call repeat word|not of the form name=value",
                "call repeat word=x times=many|argument times must be a whole number, is 'many'",
                "call repeat --json {|cannot be read: the text is not valid JSON; write it like --json '{\"word\":\"…\"}'",
                "call repeat word=x times=true|argument times must be a whole number",
                "call nope|there is no tool nope. There is prints, repeat, structured",
                "serve --files=|--files needs the name of a folder",
                "config java --files=|--files needs the name of a folder",
                "config java --port 0|--port must be the port",
                "config bogus|no such client: bogus. Choose one of claude-desktop",
                "bogus|no such command: bogus. './footbridge --help' lists them",
                "call repeat --json []|--json must be one JSON object",
                "config|which client?",
                "config curser|did you mean cursor?",
                "help serv|did you mean serve?",
                "new|which folder? './footbridge new my-tools' makes my-tools",
                "new one two|one word too many",
                "new 2fast|a project cannot be called '2fast': the name begins with a letter",
                "new my--tools|a project cannot be called 'my--tools'",
                "new tö|a project cannot be called 'tö'",
                "new /|a project cannot be called ''",
                "new my-tools --package com.class|com.class is not a package that Java takes; write it like",
                "new my-tools --package=|is not a package that Java takes",
                "new my-tools --package com.my-tools|is not a package that Java takes",
                "new my-tools --package java.tools|is not a package that Java takes",
                "new my-tools --pakage com.x|did you mean --package?"
            })
    void misunderstoodCommandIsOneLineAndExitCode2(String row) {
        String[] parts = row.split("\\|", -1);

        assertThat(run(parts[0].split(" ", -1))).isEqualTo(2);

        assertThat(errors()).contains(parts[1]).startsWith("footbridge: ").hasLineCount(1);
        assertThat(output()).isEmpty();
    }

    @Test
    void folderThatCannotBeServedIsOneLineAndExitCode3() {
        assertThat(run("tools", "--files", "nowhere")).isEqualTo(3);

        assertThat(errors()).isEqualTo("footbridge: there is no folder nowhere\n");
    }

    @Test
    void portInUseIsOneLineAndExitCode3() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("serve", "--port", "" + taken.getLocalPort())).isEqualTo(3);
        }

        assertThat(errors()).contains("is in use").hasLineCount(1);
    }

    @Test
    void tokenFileThatOthersMayReadIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "0123456789abcdef");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(run("serve", "--token-file", file.toString())).isEqualTo(3);

        assertThat(errors())
                .contains("chmod 600")
                .doesNotContain("0123456789abcdef")
                .hasLineCount(1);
    }

    @Test
    void shortTokenIsRefusedWithoutShowingIt() {
        env.put("FOOTBRIDGE_TOKEN", "hunter2");

        assertThat(run("serve")).isEqualTo(3);

        assertThat(errors())
                .contains("FOOTBRIDGE_TOKEN")
                .doesNotContain("hunter2")
                .hasLineCount(1);
    }

    @Test
    void toolsAreListedWithTheirArguments() {
        assertThat(run("tools")).isZero();

        assertThat(output())
                .contains("repeat  reads only\n  Says a word again and again.\n")
                .contains("    word  string, required\n        A word.\n")
                .contains("    times  integer, optional, default 1, at least 1\n")
                .doesNotContain("\u001b");
    }

    @Test
    void namesAreBoldOnATerminalOnly() {
        terminal = true;

        assertThat(run("tools")).isZero();

        assertThat(output()).contains("\u001b[1mrepeat\u001b[0m");
    }

    @Test
    void noColourMeansNoColour() {
        terminal = true;
        env.put("NO_COLOR", "1");

        assertThat(run("tools")).isZero();

        assertThat(output()).doesNotContain("\u001b");
    }

    @Test
    void toolsAreListedAsJsonForPrograms() throws Exception {
        assertThat(run("tools", "--json")).isZero();

        assertThat(JsonReader.read(output()))
                .hasToString(JsonReader.read(output()).toString());
        assertThat(output()).contains("\"inputSchema\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claude-desktop",
                "claude-code",
                "cursor",
                "vscode",
                "windsurf",
                "mcp-remote",
                "inspector",
                "typescript",
                "java"
            })
    void everyClientHasASnippetThatReachesTheServer(String client) {
        assertThat(run("config", client, "--port", "8123", "--files", "docs")).isZero();

        assertThat(output()).containsAnyOf("http://127.0.0.1:8123", "\"stdio\"").doesNotContain("%s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude-code", "cursor", "vscode", "windsurf", "mcp-remote"})
    void snippetsForFilesHoldValidJsonThatNeverHoldsTheToken(String client) throws Exception {
        env.put("FOOTBRIDGE_TOKEN", "0123456789abcdef-secret");

        assertThat(run("config", client)).isZero();

        String text = output();
        Json json = JsonReader.read(text.substring(text.indexOf("\n{") + 1));
        assertThat(json).isInstanceOf(JsonObject.class);
        assertThat(text).contains("Bearer ").doesNotContain("secret");
    }

    @Test
    void stdioAnswersAndEndsWithItsInput() {
        String request = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"tools/call\",\"params\":{\"name\":\"prints\","
                + "\"arguments\":{},\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                + "\"io.modelcontextprotocol/clientCapabilities\":{}}}}\n";
        PrintStream before = System.out;
        try {
            assertThat(runWith(request, "stdio")).isZero();
        } finally {
            System.setOut(before);
        }

        assertThat(output()).startsWith("{").contains("\"id\":7").hasLineCount(1);
        assertThat(errors()).contains("stray print");
    }

    @Test
    void helpNamesEveryCommandAndExitCode() {
        assertThat(run("--help")).isZero();

        assertThat(output()).contains(Help.TOPICS.keySet()).contains("exit codes");
    }

    @Test
    void shortHelpIsHelp() {
        assertThat(run("-h")).isZero();
        assertThat(run("config", "-h")).isZero();

        assertThat(output()).contains("exit codes").contains("--host HOST");
    }

    @Test
    void tokenFileIsPutIntoTheVariableBeforeTheClientNeedsIt() {
        assertThat(run("config", "claude-code", "--token-file", "/a b/tok", "--host", "fd00::1"))
                .isZero();

        assertThat(output())
                .contains("\nexport FOOTBRIDGE_TOKEN=\"$(cat '/a b/tok')\"\n")
                .contains("http://[fd00::1]:8080/mcp");
    }

    @Test
    void configWarnsOfAFolderThatIsNotThere() {
        assertThat(run("config", "claude-desktop", "--files", "nowhere")).isZero();

        assertThat(errors()).isEqualTo("footbridge: warning: there is no folder nowhere\n");
    }

    @Test
    void outputThatCannotBeWrittenIsExitCode5() {
        Io full = new Io(
                InputStream.nullInputStream(),
                new PrintStream(new FullDisk(), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                env,
                Io.Person.NOWHERE,
                "./footbridge");

        assertThat(new CommandLine(CommandLineTest::offer, Implementation.of("test", "1"), full).run(List.of("tools")))
                .isEqualTo(5);

        assertThat(errors()).contains("could not be written").hasLineCount(1);
    }

    @Test
    void stdioTellsAPersonWhoItIsFor() {
        keyboard = true;
        PrintStream before = System.out;
        try {
            assertThat(run("stdio")).isZero();
        } finally {
            System.setOut(before);
        }

        assertThat(errors()).contains("Ctrl-D ends it").hasLineCount(1);
        assertThat(output()).isEmpty();
    }

    @Test
    void helpForACommandNamesItsOptions() {
        assertThat(run("serve", "--help")).isZero();

        assertThat(output()).contains("--token-file FILE", "--no-sse");
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int unused) throws IOException {
            throw new IOException("no space");
        }
    }

    private int run(String... words) {
        return runWith("", words);
    }

    private int runWith(String input, String... words) {
        Io io = new Io(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                env,
                new Io.Person(keyboard, terminal),
                "./footbridge");
        return new CommandLine(CommandLineTest::offer, Implementation.of("test", "1"), io).run(List.of(words));
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private static Offer offer(FeatureOptions options) throws CommandFailure {
        if (options.folder().isPresent()) {
            throw CommandFailure.start("there is no folder " + options.folder().get());
        }
        Tool repeat = Tool.named("repeat")
                .describedAs("Says a word again and again.")
                .effect(Effect.READ_ONLY)
                .takes(WORD, TIMES)
                .calls((in, call) ->
                        ToolResult.text(in.get(WORD).repeat(in.get(TIMES).intValue())));
        Tool structured = Tool.named("structured")
                .describedAs("Answers with a value.")
                .calls((in, call) -> ToolResult.structured(JsonObject.of("ok", Json.of(true))));
        Tool prints = Tool.named("prints")
                .describedAs("Prints what it should not.")
                .calls((in, call) -> {
                    System.out.println("stray print");
                    return ToolResult.text("done");
                });
        return new FixedOffer(
                FeatureSet.builder().tools(List.of(repeat, structured, prints)).build());
    }

    private record FixedOffer(FeatureSet features) implements Offer {

        @Override
        public Optional<String> instructions() {
            return Optional.empty();
        }

        @Override
        public void watch(Catalog catalog, Log log) {}

        @Override
        public void close() {}
    }
}
