/** What keeps one request from taking more than its share. */
@NullMarked
package dev.footbridge.limit;

import org.jspecify.annotations.NullMarked;
