package dev.footbridge.feature;

import java.util.List;

/**
 * Features of one kind that are made when they are asked for, such as the tools of a compiled class: a server with a
 * thousand of them starts as fast as a server with one. Thread-safe.
 *
 * @param <T> the kind
 */
public interface Source<T> {

    /** The names it has, each once. */
    List<String> names();

    /** The feature of one of these names; whoever asks twice may get two equal ones. */
    T make(String name);
}
