package dev.footbridge.local.command;

import dev.footbridge.key.FileSource;
import dev.footbridge.local.deploy.Elsewhere;
import dev.footbridge.log.Log;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.secret.SecretSource;
import dev.footbridge.secret.VariableSource;
import dev.footbridge.settings.SecretSettings;
import dev.footbridge.settings.Settings;
import dev.footbridge.settings.SettingsException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings in a file on this machine, and the keys that they refer to; what is wrong with them ends the command. */
final class SettingsFile {

    private SettingsFile() {}

    /** What settings on this machine can refer to secrets with. */
    static SecretReferences references(Map<String, String> env, Log log) {
        return new SecretReferences(
                List.of(new VariableSource(env), new FileSource()),
                InstantSource.system(),
                trouble -> log.warn("-", trouble));
    }

    /** The same for who only looks at settings: those of a function are understood too, and its secrets not read. */
    static SecretReferences anywhere(Map<String, String> env) {
        List<SecretSource> sources = new ArrayList<>(Elsewhere.clouds());
        sources.addAll(List.of(new VariableSource(env), new FileSource()));
        return new SecretReferences(sources, InstantSource.system(), trouble -> {});
    }

    /** Where the secrets are that the settings refer to; nothing without {@code --settings}. */
    static SecretSettings secrets(Arguments arguments, Map<String, String> env) throws CommandFailure {
        Optional<String> file = arguments.one("--settings");
        return file.isPresent() ? read(Path.of(file.get()), anywhere(env)).secrets() : SecretSettings.NONE;
    }

    /** The settings in a file, or every reason why they cannot be used. */
    static Settings read(Path file, SecretReferences references) throws CommandFailure {
        try {
            return Settings.read(file, references);
        } catch (SettingsException wrong) {
            throw CommandFailure.start(file + ": " + String.join("\n  ", wrong.problems()));
        } catch (NoSuchFileException missing) {
            throw CommandFailure.start("there is no file " + file);
        } catch (IOException unreadable) {
            throw CommandFailure.start("the file " + file + " cannot be read");
        }
    }

    /** Makes something that settings ask for. */
    interface Making<T> {
        T make() throws SettingsException;
    }

    static <T> T made(Making<T> making) throws CommandFailure {
        try {
            return making.make();
        } catch (SettingsException unusable) {
            throw CommandFailure.start(String.join("\n  ", unusable.problems()));
        }
    }
}
