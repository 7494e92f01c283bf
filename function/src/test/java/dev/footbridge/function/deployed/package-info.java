/** What is in the packages of these tests. */
@NullMarked
package dev.footbridge.function.deployed;

import org.jspecify.annotations.NullMarked;
