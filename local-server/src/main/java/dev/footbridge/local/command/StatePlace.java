package dev.footbridge.local.command;

import dev.footbridge.state.FileStateStore;
import dev.footbridge.state.StateStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What {@code --state} names: a folder, or a store of a cloud such as {@code dynamodb:TABLE} or
 * {@code azure-table:TABLE}.
 *
 * @param env where a cloud's credentials are
 * @param stores opens those of a cloud
 */
record StatePlace(String text, Map<String, String> env, StoreOpener stores) {

    /** A letter alone is a drive. */
    private static final Pattern NAMED = Pattern.compile("[a-z][a-z0-9-]+:.*");

    static Optional<StatePlace> of(Arguments arguments, Map<String, String> env, StoreOpener stores) {
        return arguments.one("--state").map(text -> new StatePlace(text, env, stores));
    }

    /** The store; a folder is made for its owner alone if it is not there. */
    StateStore openOrMake() throws CommandFailure {
        if (!isNamed()) {
            HomeFolder.makeFor(Path.of(text).resolve("any"));
        }
        return open();
    }

    StateStore open() throws CommandFailure {
        if (isNamed()) {
            return named();
        }
        if (!Files.isDirectory(Path.of(text))) {
            throw CommandFailure.start("there is no folder " + text);
        }
        return new FileStateStore(Path.of(text), InstantSource.system());
    }

    boolean isNamed() {
        return NAMED.matcher(text).matches();
    }

    private StateStore named() throws CommandFailure {
        int colon = text.indexOf(':');
        String scheme = text.substring(0, colon);
        return stores.open(scheme, text.substring(colon + 1), env)
                .orElseThrow(() -> CommandFailure.usage("no store is called " + scheme
                        + " here: --state takes a folder, and in Footbridge's own folder"
                        + " dynamodb:TABLE and azure-table:TABLE"));
    }

    @Override
    public String toString() {
        return text;
    }
}
