package dev.footbridge.processor.model;

/**
 * A method that proposes values.
 *
 * @param prompt the name of the prompt; empty if it is a resource
 * @param resource the URI template; empty if it is a prompt
 * @param isStream whether it returns a stream, and not a list
 */
public record CompletionModel(Target target, String prompt, String resource, String argument, boolean isStream) {}
