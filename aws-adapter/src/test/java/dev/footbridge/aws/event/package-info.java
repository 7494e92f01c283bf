@NullMarked
package dev.footbridge.aws.event;

import org.jspecify.annotations.NullMarked;
