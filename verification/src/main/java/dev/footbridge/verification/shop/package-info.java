/** An annotated class with everything in it that an annotated class can have, for clients and tests to call. */
@NullMarked
package dev.footbridge.verification.shop;

import org.jspecify.annotations.NullMarked;
