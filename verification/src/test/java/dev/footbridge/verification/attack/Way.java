package dev.footbridge.verification.attack;

/** How an attack reaches the server. */
enum Way {
    MEMORY("in memory"),
    SOCKET("on a socket"),
    /** As an event of a function URL or an HTTP API. */
    PAYLOAD_2("as an event of payload 2.0"),
    /** As an event of a REST API. */
    PAYLOAD_1("as an event of payload 1.0");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean isLambda() {
        return this == PAYLOAD_2 || this == PAYLOAD_1;
    }
}
