package dev.footbridge.local.deploy;

import dev.footbridge.secret.SecretReferences;
import dev.footbridge.settings.FunctionNeeds;
import dev.footbridge.settings.SecretSettings;
import dev.footbridge.settings.Settings;
import dev.footbridge.settings.SettingsException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

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

    /** @param access what the function gets at */
    List<Remark> remarks(String yaml, SecretAccess access) {
        // Every reference is understood: one that leads nowhere must not hide what else is wrong.
        SecretReferences references = new SecretReferences(Elsewhere.all(), InstantSource.system(), trouble -> {});
        try {
            Settings settings =
                    url.isPresent() ? Settings.of(yaml, references, url.get()) : Settings.of(yaml, references);
            List<Remark> remarks = new ArrayList<>(outOfReach(settings.secrets(), access));
            remarks.addAll(remarks(settings));
            if (remarks.isEmpty()) {
                remarks.add(Remark.ok(name + ", with which the function can start"));
            }
            return remarks;
        } catch (SettingsException wrong) {
            return wrong.problems().stream().map(this::missing).toList();
        }
    }

    private List<Remark> outOfReach(SecretSettings secrets, SecretAccess access) {
        List<Remark> remarks = new ArrayList<>();
        new TreeMap<>(secrets.all())
                .forEach((where, secret) -> access.obstacle(secret.scheme(), secret.place())
                        .ifPresent(why -> remarks.add(missing(where + " refers to " + secret + ": " + why))));
        return remarks;
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
        settings.idlePatterns(tools).forEach(idle -> remarks.add(Remark.note(name + ": " + idle)));
        if (settings.policy().filter(policy -> !policy.enforced()).isPresent()) {
            remarks.add(Remark.note(name + ": the policy is not enforced (mode: log_only): every call passes"));
        }
        return remarks;
    }

    private Remark missing(String problem) {
        return Remark.missing("right settings: " + name + ": " + problem);
    }
}
