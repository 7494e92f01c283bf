/** Credentials and sealed things, changed at random: none may be taken. */
@NullMarked
package dev.footbridge.verification.mutation;

import org.jspecify.annotations.NullMarked;
