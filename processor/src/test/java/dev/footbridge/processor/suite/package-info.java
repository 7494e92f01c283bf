/**
 * Runs the official JSON Schema test suite through generated readers; {@code verification/json-schema-suite} starts it.
 */
@NullMarked
package dev.footbridge.processor.suite;

import org.jspecify.annotations.NullMarked;
