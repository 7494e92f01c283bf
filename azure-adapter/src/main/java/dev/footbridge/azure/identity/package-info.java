/** Tokens that the platform gives to a process, so that it needs no key. */
@NullMarked
package dev.footbridge.azure.identity;

import org.jspecify.annotations.NullMarked;
