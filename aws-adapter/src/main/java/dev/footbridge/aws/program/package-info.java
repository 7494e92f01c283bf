/** The function as a program: the loop within Lambda, and one event on a machine of one's own. */
@NullMarked
package dev.footbridge.aws.program;

import org.jspecify.annotations.NullMarked;
