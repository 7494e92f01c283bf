/** What is served where there is nothing else: a sample to try a client on. */
@NullMarked
package dev.footbridge.app.sample;

import org.jspecify.annotations.NullMarked;
