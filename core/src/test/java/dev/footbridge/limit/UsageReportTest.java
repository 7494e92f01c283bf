package dev.footbridge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.call.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class UsageReportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final String ANN = Names.caller(new Caller("acme", "https://id", "ann", Set.of()));
    private static final String BOB = Names.caller(new Caller("acme", "https://id", "bob", Set.of()));

    private static final List<UsageRow> ROWS = List.of(
            new UsageRow(DAY, "acme", BOB, "find", 2, 4),
            new UsageRow(DAY, "acme", ANN, "find", 1, 1),
            new UsageRow(DAY.plusDays(1), "acme", ANN, "cancel", 10, 100));

    @Test
    void sumsByCallerAreATable() {
        assertThat(UsageReport.byCaller(ROWS).table()).isEqualTo("""
                        tenant  caller          calls  cost
                        acme    https://id ann     11   101
                        acme    https://id bob      2     4
                        """);
    }

    @Test
    void sumsByToolAreCsv() {
        assertThat(UsageReport.byTool(ROWS).csv()).isEqualTo("tool,calls,cost\r\ncancel,10,100\r\nfind,3,5\r\n");
    }

    @Test
    void noUsageIsAHeadAlone() {
        assertThat(UsageReport.byTool(List.of()).table()).isEqualTo("tool  calls  cost\n");
        assertThat(UsageReport.byTool(List.of()).lines()).isEmpty();
    }

    @Test
    void namesBreakNeitherTheFileNorTheSpreadsheetNorTheTerminal() {
        UsageReport report = UsageReport.byTool(List.of(
                new UsageRow(DAY, "t", ANN, "=cmd|' /C calc'!A0", 1, 1),
                new UsageRow(DAY, "t", ANN, "a,\"b\"\r\nc", 1, 1),
                new UsageRow(DAY, "t", ANN, "\u001b[31m\u009b31mred", 1, -1)));

        assertThat(report.csv()).contains("'=cmd|' /C calc'!A0,1,1\r\n", "\"a,\"\"b\"\"\r\nc\",1,1\r\n", "red,1,-1");
        assertThat(report.table()).doesNotContain("\u001b", "\u009b", "\r").contains("?[31m?31mred");
        assertThat(report.table().lines()).hasSize(4);
    }

    @Test
    void callersThatDifferHaveNamesThatDiffer() {
        assertThat(Names.caller(new Caller("t", "a b", "c", Set.of())))
                .isNotEqualTo(Names.caller(new Caller("t", "a", "b c", Set.of())));
        assertThat(Names.caller(new Caller("t", "a%20b", "c", Set.of())))
                .isNotEqualTo(Names.caller(new Caller("t", "a b", "c", Set.of())));
        assertThat(Names.shown(Names.caller(Caller.ANONYMOUS))).isEqualTo("anonymous");
    }
}
