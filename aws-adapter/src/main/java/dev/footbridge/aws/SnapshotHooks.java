package dev.footbridge.aws;

import dev.footbridge.aws.runtime.RuntimeLoop;
import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.log.Log;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * What is done around a snapshot. Before it all that requests need is loaded; after it whatever must be fresh in a copy
 * is. Of random numbers nothing has to be renewed: {@code NativePRNG} mixes in what the kernel gives, which is seeded
 * anew for each copy, and believes what it read for 100 ms only.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-uniqueness.html">Uniqueness with SnapStart</a>
 */
final class SnapshotHooks implements RuntimeLoop.Hooks {

    private final Primer primer;
    private final AwsAccount account;
    private final InstantSource clock;
    private final Log log;

    SnapshotHooks(Primer primer, AwsAccount account, InstantSource clock, Log log) {
        this.primer = primer;
        this.account = account;
        this.clock = clock;
        this.log = log;
    }

    /** @throws IllegalStateException if copies of this process would draw the same random numbers */
    @Override
    public void beforeSnapshot() {
        String source = new SecureRandom().getAlgorithm();
        if (!source.startsWith("NativePRNG")) {
            throw new IllegalStateException("random numbers come from " + source + ", whose state all copies of a"
                    + " snapshot would share: leave securerandom.source as Java has it, or SnapStart off");
        }
        long start = System.nanoTime();
        primer.prime();
        PrimedClient.prime(clock);
        PrimedClient.primeTls();
        log.info("ready for a snapshot, primed in " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    @Override
    public void afterRestore() {
        account.restored();
        log.info("restored from a snapshot");
    }
}
