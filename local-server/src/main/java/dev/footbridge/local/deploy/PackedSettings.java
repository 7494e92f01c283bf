package dev.footbridge.local.deploy;

import dev.footbridge.secret.Secret;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.secret.SecretSource;
import dev.footbridge.secret.SecretSourceException;
import dev.footbridge.settings.FunctionNeeds;
import dev.footbridge.settings.Settings;
import dev.footbridge.settings.SettingsException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The settings in a package, looked at as the function does when it starts. Secrets are not there, and not read.
 *
 * @param name of the file
 * @param tools the names of all that the function offers
 * @param door who checks who calls
 * @param url of the endpoint, where the template says it; it stands for the one in the file
 */
record PackedSettings(String name, Collection<String> tools, Door door, Optional<String> url) {

    /** Who checks who calls. */
    enum Door {
        /** The function itself, as the settings say. */
        OWN,
        /** As {@link #OWN}, and no table is named. */
        OWN_WITHOUT_TABLE,
        /** Somebody in front of it. */
        IN_FRONT
    }

    /** A place of secrets that only the function can ask. */
    private record Elsewhere(String scheme) implements SecretSource {

        @Override
        public Secret read(String place) {
            throw new SecretSourceException(scheme + " is not asked here", null);
        }
    }

    /** @param schemes of the references that the function knows */
    List<Remark> remarks(String yaml, List<String> schemes) {
        List<SecretSource> sources =
                schemes.stream().<SecretSource>map(Elsewhere::new).toList();
        SecretReferences references = new SecretReferences(sources, InstantSource.system(), trouble -> {});
        try {
            return remarks(url.isPresent() ? Settings.of(yaml, references, url.get()) : Settings.of(yaml, references));
        } catch (SettingsException wrong) {
            return wrong.problems().stream().map(this::missing).toList();
        }
    }

    private List<Remark> remarks(Settings settings) {
        FunctionNeeds needs = new FunctionNeeds(settings);
        List<Remark> remarks = new ArrayList<>();
        needs.problems(tools).forEach(problem -> remarks.add(missing(problem)));
        (door == Door.IN_FRONT ? needs.behindOthers() : needs.atItsOwnDoor())
                .forEach(problem -> remarks.add(missing(problem)));
        if (door == Door.OWN_WITHOUT_TABLE) {
            needs.withoutTable().forEach(problem -> remarks.add(missing(problem)));
        }
        needs.localUrls().forEach(local -> remarks.add(Remark.note(name + ": " + local)));
        if (remarks.isEmpty()) {
            remarks.add(Remark.ok(name + ", with which the function can start"));
        }
        return remarks;
    }

    private Remark missing(String problem) {
        return Remark.missing("right settings: " + name + ": " + problem);
    }
}
