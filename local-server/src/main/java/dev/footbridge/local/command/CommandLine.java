package dev.footbridge.local.command;

import dev.footbridge.McpServer;
import dev.footbridge.config.ServerConfig;
import dev.footbridge.local.StderrLog;
import dev.footbridge.local.StdioLoop;
import dev.footbridge.local.Threads;
import dev.footbridge.local.deploy.Place;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.EnvironmentSecrets;
import dev.footbridge.security.Authenticator;
import dev.footbridge.text.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;

/**
 * The commands of an app on one's own machine. One of them runs, once; it never prints a stack trace unless asked to
 * with {@code --verbose}.
 */
public final class CommandLine {

    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(10);

    private final Offering offering;
    private final Implementation self;
    private final Io io;

    CommandLine(Offering offering, Implementation self, Io io) {
        this.offering = offering;
        this.self = self;
        this.io = io;
    }

    /** The command line of this process: its streams, its environment. */
    public static CommandLine ofProcess(Offering offering, Implementation self) {
        return ofProcess(offering, self, StoreOpener.NONE);
    }

    /** @param stores opens stores of a cloud */
    public static CommandLine ofProcess(Offering offering, Implementation self, StoreOpener stores) {
        return new CommandLine(offering, self, Io.ofProcess(stores));
    }

    /** Runs the command and answers with the exit code of the process. */
    public int run(List<String> words) {
        ExitCode code = attempt(words);
        // A client on stdio that left before the last answer is no failure.
        if (io.out().checkError() && code == ExitCode.OK && !words.contains("stdio")) {
            io.err().println("footbridge: the output could not be written");
            return ExitCode.OUTPUT.number();
        }
        return code.number();
    }

    private ExitCode attempt(List<String> words) {
        try {
            return dispatch(
                    words.isEmpty() ? "--help" : words.get(0), words.subList(Math.min(1, words.size()), words.size()));
        } catch (CommandFailure failure) {
            io.err().println("footbridge: " + failure.getMessage());
            return failure.code();
        } catch (InvalidPathException notAPath) {
            io.err().println("footbridge: '" + notAPath.getInput() + "' is not a path");
            return ExitCode.USAGE;
        }
    }

    private ExitCode dispatch(String command, List<String> rest) throws CommandFailure {
        if ((rest.contains("--help") || rest.contains("-h")) && Help.TOPICS.containsKey(command)) {
            return print(new Help(io, offering).of(command));
        }
        return switch (command) {
            case "serve" -> serve(parse(rest, Option.SERVE));
            case "stdio" -> stdio(parse(rest, Option.STDIO));
            case "tools" -> tools(parse(rest, Option.TOOLS));
            case "call" -> call(parse(rest, Option.CALL));
            case "config" -> ConfigCommand.run(parse(rest, Option.CONFIG), self, io);
            case "new" -> NewCommand.run(parse(rest, Option.NEW), io);
            case "lock" -> catalogue(parse(rest, Option.LOCK), CatalogueCommands::lock);
            case "lint" -> catalogue(parse(rest, Option.LINT), CatalogueCommands::lint);
            case "doctor" -> catalogue(parse(rest, Option.DOCTOR), DoctorCommand::run);
            case "keys" -> KeysCommand.run(rest, io, InstantSource.system());
            case "policy" -> policy(rest);
            case "usage" -> UsageCommand.run(parse(rest, Option.USAGE), io, InstantSource.system());
            case "audit" -> AuditCommand.run(rest, io);
            case "deploy" -> catalogue(parse(rest, Option.DEPLOY), CommandLine::deploy);
            case "install" -> throw CommandFailure.start("install runs in a checkout of Footbridge, by its script");
            case "lambda", "function", "aot" ->
                throw CommandFailure.start(command + " runs by the script footbridge, which knows its libraries");
            case "train" -> train(parse(rest, Option.STDIO));
            case "--version" -> print(self.name() + " " + self.version());
            case "--help", "-h", "help" ->
                print(rest.isEmpty() ? new Help(io, offering).overview() : new Help(io, offering).of(rest.get(0)));
            default ->
                throw CommandFailure.usage(
                        "no such command: " + command + Nearest.hintAndStop(command, Help.TOPICS.keySet()) + " '"
                                + io.launcher() + " --help' lists them");
        };
    }

    private Arguments parse(List<String> words, List<Option> options) throws CommandFailure {
        return Arguments.parse(words, Option.kinds(Option.known(options, offering)));
    }

    private ExitCode serve(Arguments arguments) throws CommandFailure {
        arguments.refuseWordsBeyond(0);
        ServeOptions options = ServeOptions.of(arguments, io.env(), io.stores(), log(arguments));
        Offer offer = offering.open(features(arguments));
        Assembly assembly = assembly(arguments, offer, Threads.forServer());
        ServeCommand.Running running = ServeCommand.start(options, assembly);
        running.stopOnSignal(offer);
        new Oversights(arguments, options)
                .found(running.url(options), Path.of(""))
                .forEach(oversight -> assembly.log().warn("-", oversight));
        new Welcome(io, running.url(options), options, arguments).print(assembly);
        return sleep();
    }

    private static ExitCode sleep() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }

    private ExitCode stdio(Arguments arguments) throws CommandFailure {
        arguments.refuseWordsBeyond(0);
        // Whatever a tool prints must not end up between the messages.
        System.setOut(io.err());
        tellWhoTypes();
        try (Offer offer = offering.open(features(arguments))) {
            Assembly assembly = assembly(arguments, offer, Threads.platform());
            try (McpServer server = assembly.server(ServerConfig.DEFAULTS, Authenticator.anonymous())) {
                offer.watch(server.catalog(), assembly.log());
                assembly.converse(
                        server,
                        new StdioLoop.Channel(
                                io.in(), io.out(), ServerConfig.DEFAULTS.maxBodyBytes(), PATIENCE_AT_END));
            }
        }
        return ExitCode.OK;
    }

    private void tellWhoTypes() {
        if (io.person().types()) {
            io.err()
                    .println(
                            "footbridge: this is for MCP clients, which write messages to standard input; Ctrl-D ends it."
                                    + " '" + io.launcher() + " serve' serves over HTTP, '" + io.launcher()
                                    + " call' calls one tool");
        }
    }

    private ExitCode tools(Arguments arguments) throws CommandFailure {
        arguments.refuseWordsBeyond(0);
        try (Offer offer = offering.open(features(arguments))) {
            return ToolsCommand.run(arguments, offer, io);
        }
    }

    /** A command about what is offered. */
    private interface Look {
        ExitCode at(Arguments arguments, Offer offer, Io io) throws CommandFailure;
    }

    private ExitCode catalogue(Arguments arguments, Look look) throws CommandFailure {
        try (Offer offer = offering.open(features(arguments))) {
            return look.at(arguments, offer, io);
        }
    }

    private static ExitCode deploy(Arguments arguments, Offer offer, Io io) throws CommandFailure {
        return DeployCommand.run(
                arguments, Place.ofProcess(), offer.features().tools().keySet(), io);
    }

    /** Which tools there are is only known where it does not depend on options of other commands. */
    private ExitCode policy(List<String> rest) throws CommandFailure {
        if (offering.hasOptions() || !rest.contains("explain")) {
            return PolicyCommand.run(rest, Set.of(), io, InstantSource.system());
        }
        try (Offer offer = offering.open(FeatureOptions.NONE)) {
            return PolicyCommand.run(rest, offer.features().tools().keySet(), io, InstantSource.system());
        }
    }

    private ExitCode call(Arguments arguments) throws CommandFailure {
        System.setOut(io.err());
        try (Offer offer = offering.open(features(arguments))) {
            return CallCommand.run(arguments, assembly(arguments, offer, Threads.platform()), io);
        }
    }

    /** For the launcher, not for people: help does not name it. */
    private ExitCode train(Arguments arguments) throws CommandFailure {
        // With a folder and without one an app may offer different things.
        for (FeatureOptions options : List.of(features(arguments), FeatureOptions.NONE)) {
            try (Offer offer = offering.open(options)) {
                new Training(assembly(arguments, offer, Threads.platform())).run();
            }
        }
        return ExitCode.OK;
    }

    private Assembly assembly(Arguments arguments, Offer offer, ThreadFactory threads) {
        return new Assembly(self, offer, new EnvironmentSecrets(io.env()), log(arguments), threads);
    }

    private Log log(Arguments arguments) {
        return new StderrLog(io.err(), arguments.has("--verbose"));
    }

    private static FeatureOptions features(Arguments arguments) throws CommandFailure {
        if (arguments.has("--write") && !arguments.has("--files")) {
            throw CommandFailure.usage("--write needs --files DIR");
        }
        return new FeatureOptions(arguments.folder(), arguments.has("--write"));
    }

    private ExitCode print(String text) {
        io.out().println(text);
        return ExitCode.OK;
    }
}
