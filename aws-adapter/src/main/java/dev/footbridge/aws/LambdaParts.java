package dev.footbridge.aws;

import dev.footbridge.aws.dynamo.DynamoLimitStore;
import dev.footbridge.aws.dynamo.DynamoStateStore;
import dev.footbridge.aws.sigv4.AwsAccount;
import dev.footbridge.aws.sigv4.AwsPatience;
import dev.footbridge.aws.sigv4.AwsService;
import dev.footbridge.aws.sigv4.AwsServiceName;
import dev.footbridge.function.FunctionLog;
import dev.footbridge.function.Parts;
import dev.footbridge.limit.LimitStore;
import dev.footbridge.observe.Observer;
import dev.footbridge.secret.EnvironmentSecrets;
import dev.footbridge.state.StateStore;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** What the template and the platform bring to a server. Making it connects to nothing. */
record LambdaParts(LambdaSettings settings, AwsAccount account, Parts parts) {

    /** @throws IllegalArgumentException in words for the operator, if the settings do not go together */
    static LambdaParts of(Map<String, String> environment, PrintStream out) {
        LambdaSettings settings = LambdaSettings.of(environment);
        InstantSource clock = InstantSource.system();
        FunctionLog log = new FunctionLog(out, clock);
        AwsAccount account = new AwsAccount(environment, clock);
        Optional<StateStore> store = Optional.empty();
        Optional<LimitStore> counts = Optional.empty();
        if (settings.table().isPresent()) {
            String table = settings.table().get();
            AwsService dynamo = account.service(AwsServiceName.DYNAMODB, AwsPatience.USUAL);
            DynamoStateStore kept = new DynamoStateStore(dynamo, table, clock);
            store = Optional.of(kept);
            counts = Optional.of(new DynamoLimitStore(dynamo, table, kept));
        }
        Parts parts = new Parts(
                log,
                clock,
                Vaults.references(environment, account, clock, log),
                new EnvironmentSecrets(environment),
                store,
                counts,
                settings.metrics() ? new Metrics(out, clock) : Observer.NONE,
                out);
        return new LambdaParts(settings, account, parts);
    }
}
