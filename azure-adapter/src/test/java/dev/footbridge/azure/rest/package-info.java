@NullMarked
package dev.footbridge.azure.rest;

import org.jspecify.annotations.NullMarked;
