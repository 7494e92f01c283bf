package dev.footbridge.argument;

import java.util.ArrayList;
import java.util.List;

/** Collects problems until there are enough of them. Not thread-safe. */
final class Findings {

    static final int LIMIT = 20;

    private final List<Problem> problems = new ArrayList<>();

    void add(String path, String message) {
        if (!full()) {
            problems.add(new Problem(path, message));
        }
    }

    boolean full() {
        return problems.size() >= LIMIT;
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
