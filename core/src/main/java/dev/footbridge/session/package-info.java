/** What clients older than 2026-07-28 need remembered, kept in a StateStore. */
@NullMarked
package dev.footbridge.session;

import org.jspecify.annotations.NullMarked;
