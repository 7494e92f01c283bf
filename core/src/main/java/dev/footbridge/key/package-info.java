/** API keys: their format, what is kept of them, where, and the authenticator that checks them. */
@NullMarked
package dev.footbridge.key;

import org.jspecify.annotations.NullMarked;
