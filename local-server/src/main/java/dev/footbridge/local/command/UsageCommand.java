package dev.footbridge.local.command;

import dev.footbridge.limit.StateLimitStore;
import dev.footbridge.limit.UsageReport;
import dev.footbridge.limit.UsageRow;
import dev.footbridge.state.StateStoreException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

/** {@code usage}: how often whom called what, and what it cost. */
final class UsageCommand {

    private UsageCommand() {}

    static ExitCode run(Arguments arguments, Io io, InstantSource clock) throws CommandFailure {
        arguments.refuseWordsBeyond(0);
        StatePlace place = StatePlace.of(arguments, io.env(), io.stores())
                .orElseThrow(() -> CommandFailure.usage("whose usage? --state PLACE names what 'serve --state' got"));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate from = day(arguments, "--from", today.withDayOfMonth(1));
        LocalDate to = day(arguments, "--to", today);
        UsageReport report = report(arguments.one("--by").orElse("caller"), rows(place, from, to));
        if (report.lines().isEmpty()) {
            io.err()
                    .println("No usage from " + from + " to " + to
                            + ". It is counted with 'metered: true' under 'limits' in the settings.");
        }
        io.out().print(arguments.has("--csv") ? report.csv() : report.table());
        io.out().flush();
        return ExitCode.OK;
    }

    private static UsageReport report(String by, List<UsageRow> rows) throws CommandFailure {
        return switch (by) {
            case "caller" -> UsageReport.byCaller(rows);
            case "tool" -> UsageReport.byTool(rows);
            default -> throw CommandFailure.usage("--by is caller or tool");
        };
    }

    private static List<UsageRow> rows(StatePlace place, LocalDate from, LocalDate to) throws CommandFailure {
        if (from.isAfter(to)) {
            throw CommandFailure.usage("--from " + from + " is after --to " + to);
        }
        try {
            return new StateLimitStore(place.open()).usage(from, to);
        } catch (StateStoreException unreadable) {
            throw CommandFailure.start(place + ": " + unreadable.getMessage());
        }
    }

    private static LocalDate day(Arguments arguments, String option, LocalDate usual) throws CommandFailure {
        try {
            return arguments.one(option).map(LocalDate::parse).orElse(usual);
        } catch (DateTimeParseException notADay) {
            throw CommandFailure.usage(option + " takes a day of UTC, such as 2026-07-28");
        }
    }
}
