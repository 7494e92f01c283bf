package dev.footbridge.local.command;

import dev.footbridge.state.FileStateStore;
import dev.footbridge.state.StateStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** The folder that {@code --state} names. */
record StateFolder(Path path) {

    static Optional<StateFolder> of(Arguments arguments) {
        return arguments.one("--state").map(Path::of).map(StateFolder::new);
    }

    /** The store in it; the folder is made for its owner alone if it is not there. */
    StateStore openOrMake() throws CommandFailure {
        HomeFolder.makeFor(path.resolve("any"));
        return open();
    }

    StateStore open() throws CommandFailure {
        if (!Files.isDirectory(path)) {
            throw CommandFailure.start("there is no folder " + path);
        }
        return new FileStateStore(path, InstantSource.system());
    }
}
