package dev.footbridge.local.command;

/** Why a command did not do what it was asked: one line for the person at the terminal, and the exit code. */
public final class CommandFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    private CommandFailure(ExitCode code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The command was not understood. */
    public static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }

    /** The command was understood and cannot be carried out here. */
    public static CommandFailure start(String message) {
        return new CommandFailure(ExitCode.START, message);
    }

    static CommandFailure refused(String message) {
        return new CommandFailure(ExitCode.REFUSED, message);
    }

    ExitCode code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
