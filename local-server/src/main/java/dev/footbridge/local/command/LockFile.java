package dev.footbridge.local.command;

import dev.footbridge.definition.Definition;
import dev.footbridge.definition.DefinitionLock;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.text.ShownText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A file that pins what a server offers. */
record LockFile(Path path) {

    static final String USUAL = "footbridge.lock";

    DefinitionLock write(FeatureSet features) throws CommandFailure {
        DefinitionLock now = DefinitionLock.of(Definition.of(features));
        try {
            Files.writeString(path, now.text());
        } catch (IOException failure) {
            throw CommandFailure.start("the file " + path + " cannot be written");
        }
        return now;
    }

    /**
     * The digest of what is offered.
     *
     * @throws CommandFailure if anything differs from what is pinned; it names everything that does
     */
    String check(FeatureSet features) throws CommandFailure {
        DefinitionLock now = DefinitionLock.of(Definition.of(features));
        List<String> differences = read().differences(now);
        if (!differences.isEmpty()) {
            throw CommandFailure.start("what is offered is not what " + path + " pins:\n  "
                    + ShownText.of(String.join("\n  ", differences))
                    + "\n'lock' writes it anew, once somebody has looked at the changes");
        }
        return now.catalogue();
    }

    private DefinitionLock read() throws CommandFailure {
        try {
            return DefinitionLock.parse(Files.readString(path));
        } catch (NoSuchFileException missing) {
            throw CommandFailure.start("there is no file " + path + "; 'lock' makes it");
        } catch (IOException unreadable) {
            throw CommandFailure.start("the file " + path + " cannot be read");
        } catch (IllegalArgumentException notOne) {
            throw CommandFailure.start("the file " + path + " cannot be used: " + notOne.getMessage());
        }
    }
}
