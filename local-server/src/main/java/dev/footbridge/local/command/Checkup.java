package dev.footbridge.local.command;

import dev.footbridge.feature.Effect;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.local.deploy.Elsewhere;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.Remark;
import dev.footbridge.policy.Access;
import dev.footbridge.policy.Policy;
import dev.footbridge.secret.HeldSecret;
import dev.footbridge.settings.SecretKeys;
import dev.footbridge.settings.SecretSettings;
import dev.footbridge.settings.Settings;
import dev.footbridge.settings.SettingsException;
import dev.footbridge.state.StateKey;
import dev.footbridge.state.StateStoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Looks at what is on this machine: settings, secrets, files of keys and records. Changes nothing. Not thread-safe. */
final class Checkup {

    private final Settings settings;
    private final Map<String, String> env;
    private final List<Remark> remarks = new ArrayList<>();

    Checkup(Settings settings, Map<String, String> env) {
        this.settings = settings;
        this.env = env;
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    void policy(Collection<Tool> tools) {
        List<String> names = tools.stream().map(Tool::name).toList();
        List<String> strangers = settings.strangers(names);
        strangers.forEach(stranger -> remarks.add(Remark.problem(stranger)));
        settings.idlePatterns(names).forEach(idle -> remarks.add(Remark.warning(idle)));
        Optional<Policy> policy = settings.policy();
        if (policy.isEmpty()) {
            remarks.add(Remark.ok("there is no policy: the scopes that tools ask for decide"));
        } else if (!policy.get().enforced()) {
            remarks.add(Remark.warning("the policy is only logged: every call passes"));
        } else if (strangers.isEmpty()) {
            remarks.add(Remark.ok("the policy can be used, and the tools it names are there"));
        }
        policy.filter(Policy::enforced).ifPresent(rules -> forgotten(rules, tools));
    }

    private void forgotten(Policy policy, Collection<Tool> tools) {
        List<String> names = tools.stream()
                .filter(tool -> !policy.hasRuleFor(access(tool)))
                .map(Tool::name)
                .toList();
        if (!names.isEmpty()) {
            remarks.add(Remark.warning("nobody may call " + String.join(", ", names) + ": no rule allows "
                    + (names.size() == 1 ? "it" : "them")));
        }
    }

    private static Access access(Tool tool) {
        boolean readOnly = tool.effect() == Effect.READ_ONLY;
        return new Access(
                Access.Kind.TOOL, tool.name(), readOnly, Set.of(), Optional.empty(), Optional.empty(), Instant.EPOCH);
    }

    void resource(OAuthSettings oauth) {
        remarks.add(
                oauth.resource().startsWith("https://")
                        ? Remark.ok("clients reach this server at " + oauth.resource())
                        : Remark.warning("only clients on this machine reach " + oauth.resource()));
        oauth.notices().forEach(notice -> remarks.add(Remark.warning(notice)));
    }

    void secrets() {
        SecretSettings secrets = settings.secrets();
        List<String> elsewhere = Elsewhere.notes(secrets);
        elsewhere.forEach(note -> remarks.add(Remark.warning(note)));
        List<String> unreadable = secrets.unreadable(secret -> !Elsewhere.keeps(secret));
        unreadable.forEach(problem -> remarks.add(Remark.problem(problem)));
        int here = secrets.all().size() - elsewhere.size();
        if (unreadable.isEmpty() && here > 0) {
            remarks.add(Remark.ok(here + " of the secrets that the settings refer to can be read, all"
                    + (elsewhere.isEmpty() ? "" : " that are here")));
            keys(secrets);
        }
    }

    /** Whether what was read is what it is for. */
    private void keys(SecretSettings secrets) {
        each(secrets.audit(), SecretKeys::audit);
        each(secrets.sealing(), SecretKeys::sealing);
        each(secrets.nonces(), text -> SecretKeys.nonces(text, InstantSource.system()));
        if (!secrets.peppers().isEmpty() && secrets.peppers().stream().noneMatch(Elsewhere::keeps)) {
            attempt("", () -> SettingsFile.made(() -> SecretKeys.pepper(secrets.peppers())));
        }
    }

    /** Makes a key of the text that it is kept as. */
    private interface KeyMaker {
        Object make(HeldSecret text) throws SettingsException;
    }

    private void each(Optional<HeldSecret> text, KeyMaker maker) {
        if (text.isPresent() && !Elsewhere.keeps(text.get())) {
            attempt("", () -> SettingsFile.made(() -> maker.make(text.get())));
        }
    }

    /** The file of API keys with its pepper, and the key of the audit, where they are. */
    void keyFiles(Optional<String> named, FeatureSet features) throws CommandFailure {
        KeyFiles files = KeyFiles.of(named, env, settings.secrets());
        boolean ofFunction = settings.secrets().peppers().stream().anyMatch(Elsewhere::keeps);
        if (named.isPresent() || (Files.exists(files.keys()) && !ofFunction)) {
            remarks.addAll(new KeyCheckup(files, InstantSource.system()).remarks(features));
        }
        Path audit = HomeFolder.auditKey(env);
        if (Files.exists(audit)) {
            attempt("only its owner reads the audit key " + audit, () -> AuditKeyFile.open(audit));
        }
    }

    void auditFile(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        boolean there = Files.exists(file);
        if (there ? Files.isRegularFile(file) && Files.isWritable(file) : folder != null && Files.isWritable(folder)) {
            remarks.add(Remark.ok("records can be appended to " + file));
        } else {
            remarks.add(Remark.problem("no record can be appended to " + file));
        }
    }

    void state(StatePlace place) {
        Optional<String> problem = place.isNamed() ? silent(place) : unwritable(Path.of(place.text()));
        if (problem.isPresent()) {
            remarks.add(Remark.problem(problem.get()));
            return;
        }
        remarks.add(
                settings.secrets().sealing().isPresent()
                        ? Remark.ok("servers that share " + place + " can read what clients carry for each other")
                        : Remark.warning("there is no /secrets/sealing_keys: servers that share " + place
                                + " cannot read what clients carry for each other, nor one after its restart"));
    }

    private static Optional<String> unwritable(Path folder) {
        return Files.exists(folder) && !(Files.isDirectory(folder) && Files.isWritable(folder))
                ? Optional.of("nothing can be kept in " + folder)
                : Optional.empty();
    }

    /** Reads something that is not there. */
    private static Optional<String> silent(StatePlace place) {
        try {
            place.open().get(new StateKey("doctor", "nothing"));
            return Optional.empty();
        } catch (StateStoreException unreadable) {
            return Optional.of(place + " does not answer: " + unreadable.getMessage());
        } catch (CommandFailure unusable) {
            return Optional.of(unusable.getMessage());
        }
    }

    /** Opens something that is only used if it is as it must be. */
    private interface Opening {
        Object open() throws CommandFailure;
    }

    private void attempt(String good, Opening opening) {
        try {
            opening.open();
            if (!good.isEmpty()) {
                remarks.add(Remark.ok(good));
            }
        } catch (CommandFailure unusable) {
            remarks.add(Remark.problem(String.valueOf(unusable.getMessage())));
        }
    }
}
