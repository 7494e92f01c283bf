/** One HTTP request within a time. */
@NullMarked
package dev.footbridge.azure.rest;

import org.jspecify.annotations.NullMarked;
