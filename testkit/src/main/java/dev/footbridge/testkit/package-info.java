/** What every store and adapter must do, as tests to extend, and the fakes they need. */
@NullMarked
package dev.footbridge.testkit;

import org.jspecify.annotations.NullMarked;
