/**
 * What an author writes on a class to make it a server: the annotation processor reads these and nothing does at run
 * time. {@code docs/tools.md} shows them at work.
 */
@NullMarked
package dev.footbridge.tool;

import org.jspecify.annotations.NullMarked;
