@NullMarked
package dev.footbridge.aws.program;

import org.jspecify.annotations.NullMarked;
