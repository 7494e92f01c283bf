/** What goes on the wire: messages, revisions, error codes, content. */
@NullMarked
package dev.footbridge.protocol;

import org.jspecify.annotations.NullMarked;
