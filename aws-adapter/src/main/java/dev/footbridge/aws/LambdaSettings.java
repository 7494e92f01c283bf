package dev.footbridge.aws;

import dev.footbridge.aws.event.FrontDoor;
import dev.footbridge.function.Deployment;
import dev.footbridge.function.Variables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the template says to the function, in the environment variables {@code FOOTBRIDGE_…}. Immutable.
 *
 * @param door what stands in front; empty to tell by each event
 * @param streaming whether answers are sent while the tool runs
 * @param auth who says who calls
 * @param publicUrl of the endpoint, as clients write it
 * @param issuers for {@link Auth#JWT}: whose tokens are taken
 * @param audiences for {@link Auth#JWT}: what this server is called in them
 * @param clients for {@link Auth#JWT}: client ids that stand for an audience
 * @param origins of web pages that may call
 * @param table where state is kept; empty to keep none
 * @param sealingKeys references to the texts that sealing keys are worked out of, the current one first
 * @param file the {@code footbridge.yaml} in the package; empty for none
 * @param metrics whether calls are counted in lines of the log
 * @param primed whether all that requests need is loaded when an environment starts, and not with its first request
 */
public record LambdaSettings(
        Optional<FrontDoor> door,
        boolean streaming,
        Auth auth,
        Optional<String> publicUrl,
        List<String> issuers,
        List<String> audiences,
        List<String> clients,
        List<String> origins,
        Optional<String> table,
        List<String> sealingKeys,
        Optional<String> file,
        boolean metrics,
        boolean primed) {

    /** So long before Lambda's deadline a call is given up. */
    static final Duration MARGIN = Duration.ofMillis(300);

    /** Who says who calls. There is no way to let everybody in. */
    public enum Auth {
        /** The front door, which verified a signature made with AWS credentials. */
        IAM,
        /** API Gateway, which verified an access token. */
        JWT,
        /** {@code footbridge.yaml}: access tokens that the function verifies itself, API keys, or both. */
        SETTINGS
    }

    /** @throws IllegalArgumentException in words for the operator, if something is missing or does not go together */
    public static LambdaSettings of(Map<String, String> environment) {
        Variables said = new Variables(environment);
        LambdaSettings settings = new LambdaSettings(
                said.text("FRONT_DOOR").map(FrontDoor::named),
                said.chosen("INVOKE_MODE", "streaming", "buffered", "buffered"),
                auth(said.text("AUTH").orElse("")),
                said.text("PUBLIC_URL"),
                said.words("ISSUERS"),
                said.words("AUDIENCES"),
                said.words("CLIENTS"),
                said.words("ALLOWED_ORIGINS"),
                said.text("TABLE"),
                said.words("SEALING_KEYS"),
                said.text("SETTINGS"),
                said.chosen("METRICS", "on", "off", "on"),
                said.chosen("PRIMING", "on", "off", said.text("SETTINGS").isPresent() ? "on" : "off"));
        settings.verify();
        return settings;
    }

    Deployment deployment() {
        return new Deployment(publicUrl, origins, sealingKeys, file.map(Path::of));
    }

    private void verify() {
        Variables.require(
                !sealingKeys.isEmpty(),
                "SEALING_KEYS is missing: what clients carry has to be sealed with a key that all instances know; refer to"
                        + " one, such as aws-sm:NAME");
        if (auth == Auth.JWT) {
            Variables.require(
                    !issuers.isEmpty() && !(audiences.isEmpty() && clients.isEmpty()),
                    "AUTH=jwt needs ISSUERS, and AUDIENCES or CLIENTS: a token for another server must not open this one");
        }
        if (auth == Auth.SETTINGS) {
            Variables.require(file.isPresent(), "AUTH=settings needs SETTINGS, a footbridge.yaml in the package");
        }
        if (streaming) {
            Variables.require(
                    door.filter(FrontDoor.HTTP_API::equals).isEmpty()
                            && door.filter(FrontDoor.ALB::equals).isEmpty(),
                    "INVOKE_MODE=streaming does not go with an HTTP API or a load balancer, which take whole answers only");
        }
    }

    private static Auth auth(String name) {
        return Variables.choice(Auth.values(), name)
                .orElseThrow(() -> new IllegalArgumentException("FOOTBRIDGE_AUTH must be iam, jwt or settings: without"
                        + " one of them anybody could call, so the function does not start"));
    }
}
