/** The attack corpus of {@code verification/attacks}, through the handler and through a socket. */
@NullMarked
package dev.footbridge.verification.attack;

import org.jspecify.annotations.NullMarked;
