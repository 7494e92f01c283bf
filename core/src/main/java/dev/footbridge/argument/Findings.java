package dev.footbridge.argument;

import java.util.ArrayList;
import java.util.List;

/** Collects problems until there are enough of them. Not thread-safe. */
public final class Findings {

    static final int LIMIT = 20;

    /** Most documents are good: room is made for the first problem. */
    private final List<Problem> problems = new ArrayList<>(0);

    private int count;

    public void add(String path, String message) {
        count++;
        if (!full()) {
            problems.add(new Problem(path, message));
        }
    }

    /** How many there were, those beyond the limit included. */
    public int count() {
        return count;
    }

    /** True if nobody would read any more of them. */
    public boolean full() {
        return problems.size() >= LIMIT;
    }

    public List<Problem> all() {
        return List.copyOf(problems);
    }
}
