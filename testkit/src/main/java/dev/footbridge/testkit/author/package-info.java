/**
 * What authors of tools test with: {@link dev.footbridge.testkit.author.McpTester} sends requests through a whole
 * server in memory, {@link dev.footbridge.testkit.author.TestCall} runs a tool's method without one.
 */
@NullMarked
package dev.footbridge.testkit.author;

import org.jspecify.annotations.NullMarked;
