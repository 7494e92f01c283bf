package dev.footbridge.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code new}: a project to write tools in. It touches no folder that has anything in it. */
final class NewCommand {

    private NewCommand() {}

    static ExitCode run(Arguments arguments, Io io) throws CommandFailure {
        arguments.refuseWordsBeyond(1);
        if (arguments.words().isEmpty()) {
            throw CommandFailure.usage("which folder? '" + io.launcher() + " new my-tools' makes my-tools");
        }
        String typed = arguments.words().get(0);
        Path folder = Path.of(typed);
        ProjectNames names = ProjectNames.of(folder, arguments.one("--package"));
        try {
            refuseUnlessEmpty(folder);
            new ProjectFiles(names).writeTo(folder);
        } catch (IOException unwritable) {
            throw CommandFailure.start("the folder " + typed + " cannot be written");
        }
        sayWhatIsNext(typed, io);
        return ExitCode.OK;
    }

    private static void refuseUnlessEmpty(Path folder) throws CommandFailure, IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.start("there is a file " + folder + "; choose another name");
        }
        try (Stream<Path> there = Files.list(folder)) {
            if (there.findAny().isPresent()) {
                throw CommandFailure.start("the folder " + folder + " is not empty; choose another name");
            }
        }
    }

    private static void sayWhatIsNext(String folder, Io io) {
        PrintStream out = io.out();
        out.println(io.style().bold("Made " + folder) + ". README.md in it says what is where. Next:");
        out.println("  cd " + Io.shellWord(folder));
        out.println("  ./footbridge call findNotes word=milk   builds, and calls a tool");
        out.println("  mvn verify                              runs the tests");
        out.println("  ./footbridge serve                      serves MCP clients");
        out.println("  ./footbridge deploy aws --dry-run       says what it takes to run on AWS Lambda");
        out.flush();
    }
}
