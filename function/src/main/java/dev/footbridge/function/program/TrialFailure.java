package dev.footbridge.function.program;

/** Why a trial did not come to its answer: one line for the person at the terminal, and the exit code. */
public final class TrialFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final int USAGE = 2;
    private static final int START = 3;

    private final int code;

    private TrialFailure(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The command line or the event was not understood. */
    public static TrialFailure usage(String message) {
        return new TrialFailure(USAGE, message);
    }

    /** It was understood, and cannot be carried out here. */
    public static TrialFailure start(String message) {
        return new TrialFailure(START, message);
    }

    public int code() {
        return code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
