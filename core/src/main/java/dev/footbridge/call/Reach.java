package dev.footbridge.call;

import java.util.Set;

/**
 * What a credential is for, named by patterns in which {@code *} stands for any characters. One that names nothing is
 * for everything; one that names something is for nothing else: who was given some tools reads no resources. Immutable.
 *
 * @param resources patterns of URIs
 */
public record Reach(Set<String> tools, Set<String> resources, Set<String> prompts) {

    /** Of a credential that names nothing. */
    public static final Reach EVERYTHING = new Reach(Set.of(), Set.of(), Set.of());

    public Reach {
        tools = Set.copyOf(tools);
        resources = Set.copyOf(resources);
        prompts = Set.copyOf(prompts);
    }

    /** These tools, and nothing else. */
    public static Reach ofTools(Set<String> patterns) {
        return new Reach(patterns, Set.of(), Set.of());
    }

    public boolean isEverything() {
        return tools.isEmpty() && resources.isEmpty() && prompts.isEmpty();
    }

    public boolean hasTool(String name) {
        return isEverything() || isAmong(tools, name);
    }

    public boolean hasResource(String uri) {
        return isEverything() || isAmong(resources, uri);
    }

    public boolean hasPrompt(String name) {
        return isEverything() || isAmong(prompts, name);
    }

    private static boolean isAmong(Set<String> patterns, String name) {
        return NamePattern.anyMatches(patterns, name);
    }
}
