/**
 * What an annotated class says, understood and verified: values only, with no trace of the compiler they were read
 * from. {@code read} makes them, {@code write} turns them into source code and JSON Schema.
 */
@NullMarked
package dev.footbridge.processor.model;

import org.jspecify.annotations.NullMarked;
