package dev.footbridge.aws.program;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * The process as a trial sees it.
 *
 * @param out where the answer goes and nothing else
 * @param err where the function's log goes, and what is wrong
 * @param terminal whether a person reads {@code out}
 * @param launcher how it was started, for texts that say how to start it again
 */
record Desk(
        InputStream in, PrintStream out, PrintStream err, Map<String, String> env, boolean terminal, String launcher) {}
