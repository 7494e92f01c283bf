/** Where traces and metrics of requests go, without a word of who takes them. */
@NullMarked
package dev.footbridge.observe;

import org.jspecify.annotations.NullMarked;
