package dev.footbridge.aws.event;

import java.time.Duration;

/**
 * What an adapter keeps of what the platform allows.
 *
 * @param maxBodyBytes larger bodies are refused before they are decoded
 * @param margin so long before the platform's deadline a call is given up, so that its answer still gets out
 */
public record Bounds(int maxBodyBytes, Duration margin) {}
