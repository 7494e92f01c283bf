@NullMarked
package dev.footbridge.aws.identity;

import org.jspecify.annotations.NullMarked;
