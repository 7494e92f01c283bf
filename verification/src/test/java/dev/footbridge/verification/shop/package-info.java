/** An annotated class as its clients see it. */
@NullMarked
package dev.footbridge.verification.shop;

import org.jspecify.annotations.NullMarked;
