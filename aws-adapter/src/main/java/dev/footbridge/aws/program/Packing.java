package dev.footbridge.aws.program;

import dev.footbridge.function.program.Desk;
import dev.footbridge.function.program.TrialFailure;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.settings.SettingsException;
import dev.footbridge.settings.SettingsText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code lambda --pack FOLDER}: makes of a package what starts sooner and does the same: one jar of the jars in its
 * {@code lib}, and of its {@code footbridge.yaml} JSON, which is YAML too and read without a library.
 */
final class Packing {

    private final Desk desk;

    Packing(Desk desk) {
        this.desk = desk;
    }

    /** @return the exit code of the process */
    int run(List<String> words) {
        return desk.run(() -> {
            if (words.size() != 1) {
                throw TrialFailure.usage("'lambda --pack FOLDER' makes a package start sooner");
            }
            try {
                pack(Path.of(words.get(0)));
            } catch (IOException failed) {
                throw TrialFailure.start("the package could not be changed: " + failed.getMessage());
            }
        });
    }

    private static void pack(Path folder) throws IOException, TrialFailure {
        OneJar.join(folder.resolve("lib"));
        Path settings = folder.resolve("footbridge.yaml");
        if (!Files.exists(settings)) {
            return;
        }
        try {
            Files.write(settings, JsonWriter.bytes(SettingsText.read(Files.readString(settings))));
        } catch (SettingsException wrong) {
            throw TrialFailure.start("footbridge.yaml: " + String.join("; ", wrong.problems()));
        }
    }
}
