package dev.footbridge.verification.attack;

/** How an attack reaches the server. */
enum Way {
    MEMORY("in memory"),
    SOCKET("on a socket"),
    /** As an event of a function URL or an HTTP API. */
    PAYLOAD_2("as an event of payload 2.0"),
    /** As an event of a REST API. */
    PAYLOAD_1("as an event of payload 1.0"),
    /** Through the host of Azure Functions. */
    TRIGGER("by a trigger of Azure");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
