package dev.footbridge.feature;

/** Something clients may want to hear of. */
public sealed interface Change {

    /** The list of tools is another one. */
    record ToolsChanged() implements Change {}

    /** The list of prompts is another one. */
    record PromptsChanged() implements Change {}

    /** Resources came or went. */
    record ResourcesChanged() implements Change {}

    /** One resource has other contents. */
    record ResourceUpdated(String uri) implements Change {}
}
