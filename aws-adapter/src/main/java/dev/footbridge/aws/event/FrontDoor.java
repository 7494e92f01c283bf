package dev.footbridge.aws.event;

import dev.footbridge.json.JsonObject;
import java.util.Optional;

/** What stands between clients and the function. */
public enum FrontDoor {
    /** A function URL: payload 2.0. */
    FUNCTION_URL(new PayloadV2()),
    /** API Gateway's HTTP API: payload 2.0. */
    HTTP_API(new PayloadV2()),
    /** API Gateway's REST API, and an HTTP API that is set to it: payload 1.0. */
    REST_API(new PayloadV1()),
    /** An application load balancer. */
    ALB(new AlbPayload());

    /** Codecs hold nothing. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final EventCodec codec;

    FrontDoor(EventCodec codec) {
        this.codec = codec;
    }

    public EventCodec codec() {
        return codec;
    }

    /**
     * The door of a name such as {@code function_url}.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static FrontDoor named(String name) {
        for (FrontDoor door : values()) {
            if (door.name().equalsIgnoreCase(name.replace('-', '_'))) {
                return door;
            }
        }
        throw new IllegalArgumentException(
                "there is no front door '" + name + "': choose function_url, http_api, rest_api or alb");
    }

    /** The first door whose events look like this one. */
    public static Optional<FrontDoor> of(JsonObject event) {
        for (FrontDoor door : values()) {
            if (door.codec.fits(event)) {
                return Optional.of(door);
            }
        }
        return Optional.empty();
    }
}
