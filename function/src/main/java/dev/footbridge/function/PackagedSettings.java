package dev.footbridge.function;

import dev.footbridge.audit.Audit;
import dev.footbridge.audit.AuditException;
import dev.footbridge.audit.AuditSink;
import dev.footbridge.secret.HeldSecret;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.settings.Enforcement;
import dev.footbridge.settings.FunctionNeeds;
import dev.footbridge.settings.SecretKeys;
import dev.footbridge.settings.Settings;
import dev.footbridge.settings.SettingsException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@code footbridge.yaml} in the package. What is wrong with it ends the start, in words for the operator. */
public final class PackagedSettings {

    private PackagedSettings() {}

    /**
     * @param name of the file; empty for none
     * @param publicUrl what stands for {@code oauth.resource}; empty to take what is written there
     * @throws IllegalArgumentException if there is a file that cannot be used
     */
    public static Settings read(Optional<Path> name, Optional<String> publicUrl, SecretReferences references) {
        if (name.isEmpty()) {
            return Settings.NONE;
        }
        Path file = name.get();
        try {
            return publicUrl.isPresent()
                    ? Settings.read(file, references, publicUrl.get())
                    : Settings.read(file, references);
        } catch (SettingsException wrong) {
            throw new IllegalArgumentException(file + ": " + String.join("; ", wrong.problems()), wrong);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the settings " + file + " cannot be read", unreadable);
        }
    }

    /**
     * @throws IllegalArgumentException if a rule is about a tool that is not there, which was meant for another, or
     *     something is asked for that is not done here
     */
    public static void check(Settings settings, Collection<String> tools) {
        demand(new FunctionNeeds(settings).problems(tools));
    }

    /** @throws IllegalArgumentException if there are problems, with all of them */
    static void demand(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    /** Every request is recorded. Without a key that outlives the process nobody can verify its records. */
    public static Audit audit(Enforcement enforcement, PrintStream out) throws SettingsException {
        AuditSink sink = line -> {
            out.write(line, 0, line.length);
            if (out.checkError()) {
                throw new AuditException("a record could not be written to the log", null);
            }
        };
        Optional<HeldSecret> key = enforcement.settings().secrets().audit();
        return key.isPresent() ? enforcement.audit(SecretKeys.audit(key.get()), sink) : enforcement.passingAudit(sink);
    }
}
