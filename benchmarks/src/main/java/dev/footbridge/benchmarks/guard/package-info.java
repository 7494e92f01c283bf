/** What identity, policy, limits and audit add to a call. Ships nothing. */
@NullMarked
package dev.footbridge.benchmarks.guard;

import org.jspecify.annotations.NullMarked;
