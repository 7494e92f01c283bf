/** What very many tools cost. Ships nothing. */
@NullMarked
package dev.footbridge.benchmarks;

import org.jspecify.annotations.NullMarked;
