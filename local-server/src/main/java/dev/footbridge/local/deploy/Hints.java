package dev.footbridge.local.deploy;

import java.util.Collection;

/** Says what somebody probably meant. */
@FunctionalInterface
public interface Hints {

    /** What to append to a sentence about a name that is not known; empty if nothing is near. */
    String about(String typed, Collection<String> known);
}
