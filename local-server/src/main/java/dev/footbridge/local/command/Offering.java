package dev.footbridge.local.command;

/** An app as the command line sees it: options in, features out. */
@FunctionalInterface
public interface Offering {

    /**
     * Opens what the options name.
     *
     * @throws CommandFailure if the options cannot be served, such as a folder that does not exist
     */
    Offer open(FeatureOptions options) throws CommandFailure;

    /** Whether the options are the operator's to give; where they are not, no command knows them. */
    default boolean hasOptions() {
        return true;
    }
}
