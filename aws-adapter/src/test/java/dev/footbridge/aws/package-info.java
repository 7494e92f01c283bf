@NullMarked
package dev.footbridge.aws;

import org.jspecify.annotations.NullMarked;
