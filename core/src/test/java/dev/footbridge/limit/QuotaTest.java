package dev.footbridge.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotaTest {

    @Test
    void daysAndMonthsAreRead() {
        assertThat(Quota.parse("1000/day")).isEqualTo(new Quota(1000, Quota.Period.DAY));
        assertThat(Quota.parse("1/month")).isEqualTo(new Quota(1, Quota.Period.MONTH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0/day", "-1/day", "01/day", "5/s", "5/DAY", "5/month ", "5", "1000000000000000/day"})
    void everythingElseIsNotAQuota(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Quota.parse(text));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quota(0, Quota.Period.DAY));
    }

    @Test
    void periodsAreThoseOfUtc() {
        Instant late = Instant.parse("2028-02-29T23:59:59.999Z");

        assertThat(Quota.Period.DAY.of(late)).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(Quota.Period.MONTH.of(late)).isEqualTo(LocalDate.of(2028, 2, 1));
        for (Quota.Period period : List.of(Quota.Period.DAY, Quota.Period.MONTH)) {
            assertThat(period.end(period.of(late))).isEqualTo(Instant.parse("2028-03-01T00:00:00Z"));
        }
    }
}
