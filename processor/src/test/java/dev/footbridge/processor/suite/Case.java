package dev.footbridge.processor.suite;

import dev.footbridge.json.Json;

/**
 * One test of the suite.
 *
 * @param tool the tool whose argument {@code value} stands for the schema
 */
record Case(String title, String tool, Json data, boolean valid) {}
