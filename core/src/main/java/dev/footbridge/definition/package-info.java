/** What a server offers, taken as a whole: its digests, the file that pins them, and what in it looks wrong. */
@NullMarked
package dev.footbridge.definition;

import org.jspecify.annotations.NullMarked;
