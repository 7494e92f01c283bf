package dev.footbridge.local.command;

/** What the process tells the shell. */
enum ExitCode {
    OK(0, "done"),
    TOOL(1, "the tool ran and reported a failure"),
    USAGE(2, "the command line was not understood"),
    START(3, "could not start: port, folder, token or key file"),
    REFUSED(4, "the server refused the call"),
    OUTPUT(5, "the output could not be written");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    String meaning() {
        return meaning;
    }
}
