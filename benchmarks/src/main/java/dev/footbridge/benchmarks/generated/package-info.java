/** Servers over very many annotated tools, written and compiled when they are measured. Ships nothing. */
@NullMarked
package dev.footbridge.benchmarks.generated;

import org.jspecify.annotations.NullMarked;
