package dev.footbridge.azure.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.testkit.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ManagedIdentityTest {

    private static final String STORAGE = "https://storage.azure.com/";

    private final TestClock clock = TestClock.fixed();
    private final AtomicInteger made = new AtomicInteger();
    private final FakeIdentity endpoint = new FakeIdentity(() -> "token" + made.incrementAndGet(), clock);
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void name() {
        environment.put("IDENTITY_ENDPOINT", endpoint.address());
        environment.put("IDENTITY_HEADER", FakeIdentity.HEADER);
    }

    @AfterEach
    void close() {
        endpoint.close();
    }

    @Test
    void nothingIsAskedBeforeATokenIs() {
        assertThat(identity("")).isNotNull();
        assertThat(endpoint.queries()).isEmpty();
    }

    @Test
    void itIsAskedForTheResourceAndTheIdentity() {
        identity("").get();
        identity("id 1").get();

        assertThat(endpoint.queries())
                .containsExactly(
                        "api-version=2019-08-01&resource=https%3A%2F%2Fstorage.azure.com%2F",
                        "api-version=2019-08-01&resource=https%3A%2F%2Fstorage.azure.com%2F&client_id=id+1");
    }

    @Test
    void aTokenIsKeptUntilFiveMinutesBeforeItsEnd() {
        TokenSource identity = identity("");
        assertThat(identity.get().revealText()).isEqualTo("token1");
        clock.advance(Duration.ofHours(24).minusMinutes(6));
        assertThat(identity.get().revealText()).isEqualTo("token1");
        clock.advance(Duration.ofMinutes(1));

        assertThat(identity.get().revealText()).isEqualTo("token2");
    }

    @Test
    void whereItFailsWhatIsHeldGoesOnUntilItsEnd() {
        TokenSource identity = identity("");
        identity.get();
        clock.advance(Duration.ofHours(24).minusMinutes(1));
        endpoint.next(403);
        assertThat(identity.get().revealText()).isEqualTo("token1");
        assertThat(identity.get().revealText()).isEqualTo("token1");
        assertThat(endpoint.queries()).hasSize(2);
        clock.advance(Duration.ofMinutes(1));
        endpoint.next(403);

        assertThatThrownBy(identity::get).isInstanceOf(IdentityException.class).hasMessageContaining("403");
    }

    @Test
    void aMomentOfTroubleIsNotTold() {
        endpoint.next(429);
        assertThat(identity("").get().revealText()).isNotEmpty();
        endpoint.next(500, 500);
        assertThatThrownBy(() -> identity("").get()).hasMessageContaining("500");
    }

    @Test
    void aTokenThatIsNearlyOverIsNotAskedForAtEveryCall() {
        endpoint.life(Duration.ofMinutes(2));
        TokenSource identity = identity("");
        identity.get();
        identity.get();

        assertThat(endpoint.queries()).hasSize(1);
    }

    @Test
    void renewingReadsItAnew() {
        TokenSource identity = identity("");
        identity.get();
        identity.renew();

        assertThat(identity.get().revealText()).isEqualTo("token2");
    }

    @Test
    void aServiceThatTakesNoTokenCostsOneReadAMinute() {
        TokenSource identity = identity("");
        for (int second = 0; second < 120; second++) {
            identity.get();
            identity.renew();
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(endpoint.queries()).hasSize(3);
    }

    @Test
    void ofManyWhoAskOneReads() throws Exception {
        TokenSource identity = identity("");
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> jobs = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                jobs.add(() -> identity.get().revealText());
            }
            for (Future<String> job : threads.invokeAll(jobs)) {
                assertThat(job.get()).isEqualTo("token1");
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(endpoint.queries()).hasSize(1);
    }

    @Test
    void whatIsMissingOrWrongIsNamedAndNothingSecretIs() {
        endpoint.next(400);
        refused("client id id1", "id1");
        endpoint.next(400);
        refused("user-assigned", "");
        environment.put("IDENTITY_HEADER", "another secret");
        refused("answers 401", "");
        environment.put("IDENTITY_ENDPOINT", "no address");
        refused("IDENTITY_ENDPOINT is no address", "");
        environment.remove("IDENTITY_ENDPOINT");
        refused("IDENTITY_ENDPOINT and IDENTITY_HEADER are not set", "");
    }

    @Test
    void nobodyThereIsTold() {
        endpoint.close();

        refused("does not answer", "");
    }

    private void refused(String what, String clientId) {
        assertThatThrownBy(() -> identity(clientId).get())
                .isInstanceOf(IdentityException.class)
                .hasMessageContaining(what)
                .hasMessageNotContaining("another secret");
    }

    private TokenSource identity(String clientId) {
        return new ManagedIdentity(environment, STORAGE, clientId, clock);
    }
}
