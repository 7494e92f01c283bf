package dev.footbridge.settings;

import java.util.List;

/** Settings that cannot be used. The message is for the operator; it names places and quotes no values. */
public final class SettingsException extends Exception {

    private final transient List<String> problems;

    public SettingsException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Each names its place. */
    public List<String> problems() {
        return problems;
    }
}
