package dev.footbridge.local.command;

import dev.footbridge.call.NamePattern;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.key.KeyRecord;
import dev.footbridge.key.KeyStore.StoredKey;
import dev.footbridge.key.KeyStoreException;
import dev.footbridge.oauth.Remark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at a file of API keys: can it be used, and do its keys open what its owner thinks? Changes nothing. */
record KeyCheckup(KeyFiles files, InstantSource clock) {

    List<Remark> remarks(FeatureSet features) {
        List<Remark> remarks = new ArrayList<>();
        try {
            files.authenticator(clock, (level, requestId, message, cause) -> remarks.add(Remark.warning(message)));
            remarks.add(Remark.ok("the keys in " + files.keys() + " can be used, and only their owner reads them"));
            files.store().list().stream()
                    .map(StoredKey::key)
                    .filter(key -> key.isLive(clock.instant()))
                    .flatMap(key -> idle(key, features).stream())
                    .forEach(remarks::add);
        } catch (CommandFailure | KeyStoreException unusable) {
            remarks.add(Remark.problem(String.valueOf(unusable.getMessage())));
        }
        replaceable(files.keys()).ifPresent(remarks::add);
        return remarks;
    }

    /** Of tools and prompts only: which resources there are, templates and directories do not tell. */
    private static Optional<Remark> idle(KeyRecord key, FeatureSet features) {
        List<String> idle = new ArrayList<>(
                without(features.tools().keySet(), key.terms().reach().tools()));
        idle.addAll(without(features.prompts().keySet(), key.terms().reach().prompts()));
        return idle.isEmpty()
                ? Optional.empty()
                : Optional.of(Remark.warning("key " + key.id() + " of "
                        + key.terms().subject() + " is for what is not there: " + String.join(", ", idle)));
    }

    private static List<String> without(Collection<String> names, Set<String> patterns) {
        return patterns.stream()
                .filter(pattern -> names.stream().noneMatch(new NamePattern(pattern)::matches))
                .sorted()
                .toList();
    }

    /** Whoever may write in a folder may put another file in the place of one that only its owner writes. */
    private static Optional<Remark> replaceable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            return folder != null && Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)
                    ? Optional.of(Remark.warning("everybody may write in " + folder + ", and so replace " + file))
                    : Optional.empty();
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }
}
