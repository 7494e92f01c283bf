package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharesTest {

    private final Shares shares = new Shares(2);

    @Test
    void callerHasItsShareAndNoMore() {
        assertThat(shares.take("a")).isTrue();
        assertThat(shares.take("a")).isTrue();

        assertThat(shares.take("a")).isFalse();
        assertThat(shares.take("b")).isTrue();
        shares.giveBack("a");
        assertThat(shares.take("a")).isTrue();
    }

    @Test
    void callersWithoutCallsAreForgotten() {
        shares.take("a");
        for (int caller = 0; caller < 10_000; caller++) {
            shares.take("caller" + caller);
            shares.giveBack("caller" + caller);
        }

        assertThat(shares.size()).isLessThan(1100);
        assertThat(shares.take("a")).isTrue();
        assertThat(shares.take("a")).as("its first call still runs").isFalse();
    }

    @Test
    void callersWithCallsAreNotForgotten() {
        for (int caller = 0; caller < 10_000; caller++) {
            shares.take("caller" + caller);
        }

        assertThat(shares.size()).isEqualTo(10_000);
    }

    @Test
    void countsHoldWhereCallersAreForgottenAndComeAgainAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            all.add(() -> refusals("a", 1, 100_000));
            all.add(() -> refusals("a", 1, 100_000));
            all.add(() -> refusals("other", 5000, 100_000));
            for (Future<Integer> one : threads.invokeAll(all)) {
                assertThat(one.get()).as("two threads have two calls at most").isZero();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(shares.take("a")).isTrue();
        assertThat(shares.take("a")).isTrue();
        assertThat(shares.take("a")).isFalse();
    }

    /** Of so many callers with that name and a number, each for a moment. */
    private int refusals(String name, int callers, int rounds) {
        int refused = 0;
        for (int round = 0; round < rounds; round++) {
            String caller = name + (callers > 1 ? round % callers : "");
            if (shares.take(caller)) {
                shares.giveBack(caller);
            } else {
                refused++;
            }
        }
        return refused;
    }
}
