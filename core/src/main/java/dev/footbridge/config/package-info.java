/** Every setting of a server, with its default and its unit. */
@NullMarked
package dev.footbridge.config;

import org.jspecify.annotations.NullMarked;
