package dev.footbridge.aws;

import dev.footbridge.log.Log;
import dev.footbridge.security.Authenticator;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStore;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What is done when an environment starts that no snapshot is taken of. Lambda gives a start a whole processor, however
 * small the function is, and a first request only the function's part of one: so all that requests need is loaded now.
 * Unlike before a snapshot, issuers are asked for their keys and the table is connected to, which loads TLS where they
 * speak it. What fails here is said in the log and left to the first request.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html">Initialisation</a>
 */
final class WarmUp {

    private final Primer primer;
    private final Authenticator judge;
    private final Optional<StateStore> store;
    private final InstantSource clock;
    private final Log log;

    WarmUp(Primer primer, Authenticator judge, Optional<StateStore> store, InstantSource clock, Log log) {
        this.primer = primer;
        this.judge = judge;
        this.store = store;
        this.clock = clock;
        this.log = log;
    }

    void run() {
        attempt("the keys of issuers could not be fetched at the start", judge::prime);
        primer.prime();
        if (store.isPresent()) {
            PrimedClient.primeLimits(clock);
            attempt(
                    "the table could not be read at the start",
                    () -> store.get().get(new StateKey("", "prime")));
        }
    }

    private void attempt(String failure, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | LinkageError failed) {
            log.warn("prime", failure + ": " + failed);
        }
    }
}
