/** What is loaded by the start of a server with many annotated tools. */
@NullMarked
package dev.footbridge.benchmarks.generated;

import org.jspecify.annotations.NullMarked;
