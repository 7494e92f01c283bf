package dev.footbridge.local.command;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an operator said about what to offer.
 *
 * @param folder the folder to serve, as written; nobody has looked whether it exists
 * @param writable whether its files may be changed
 */
public record FeatureOptions(Optional<Path> folder, boolean writable) {

    public static final FeatureOptions NONE = new FeatureOptions(Optional.empty(), false);
}
