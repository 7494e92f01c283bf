package dev.footbridge.benchmarks;

import java.util.List;
import java.util.Optional;

/**
 * One answer to {@code tools/list}.
 *
 * @param names of its tools, in their order
 * @param next the cursor of the page that follows, empty on the last one
 * @param bytes of the whole answer
 */
record Page(List<String> names, Optional<String> next, int bytes) {

    Page {
        names = List.copyOf(names);
    }
}
