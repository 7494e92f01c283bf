package dev.footbridge.limit;

import java.time.LocalDate;

/**
 * How often one caller called one tool on one day of UTC, and what it cost.
 *
 * @param caller the name of the item that the calls were counted in
 */
public record UsageRow(LocalDate day, String tenant, String caller, String tool, long calls, long cost) {}
