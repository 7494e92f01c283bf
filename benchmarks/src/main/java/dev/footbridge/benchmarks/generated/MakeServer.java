package dev.footbridge.benchmarks.generated;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes and compiles one server, and prints the name of its tool that is to be called, and the arguments it takes. */
public final class MakeServer {

    private MakeServer() {}

    /** @param args how many classes, how many tools in each, the folder for the jar */
    public static void main(String[] args) throws IOException {
        ToolSources sources = new ToolSources(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        GeneratedServer.compiled(sources.all(), Path.of(args[2]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(sources.called());
        out.println(ToolSources.arguments());
    }
}
