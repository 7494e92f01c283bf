/** Between the events of AWS's front doors and requests: pure functions, one class for each shape of event. */
@NullMarked
package dev.footbridge.aws.event;

import org.jspecify.annotations.NullMarked;
