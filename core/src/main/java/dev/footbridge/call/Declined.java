package dev.footbridge.call;

/**
 * The user did not answer a question: said no, or went away. A handler that lets it pass has told the model enough; one
 * that has something to undo, or a better sentence, catches it.
 */
public final class Declined extends RuntimeException {

    private final UserAction action;

    /** @param action {@link UserAction#DECLINE} or {@link UserAction#CANCEL} */
    public Declined(UserAction action) {
        super("the user did not answer", null, false, false);
        this.action = action;
    }

    public UserAction action() {
        return action;
    }

    /** The sentence for the model. */
    public String text() {
        return action == UserAction.DECLINE
                ? "The user declined. Do not ask again unless the user brings it up."
                : "The user closed the question without an answer.";
    }
}
