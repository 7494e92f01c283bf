package dev.footbridge.local.command;

import dev.footbridge.http.Bytes;
import dev.footbridge.key.ApiKeyAuthenticator;
import dev.footbridge.key.FileKeyStore;
import dev.footbridge.key.KeyIssuer;
import dev.footbridge.key.KeyRecord;
import dev.footbridge.key.KeyStore;
import dev.footbridge.key.KeyStore.StoredKey;
import dev.footbridge.key.KeyStoreException;
import dev.footbridge.key.OwnerFile;
import dev.footbridge.key.Pepper;
import dev.footbridge.key.StateKeyStore;
import dev.footbridge.log.Log;
import dev.footbridge.secret.HeldSecret;
import dev.footbridge.secret.RandomBytes;
import dev.footbridge.secret.Secret;
import dev.footbridge.settings.SecretKeys;
import dev.footbridge.settings.SecretSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where keys are kept on this machine: a file of records, and apart from it the pepper without which they are worth
 * nothing. The pepper's file has one in hexadecimal digits on each line, the newest first.
 *
 * @param referred the peppers that settings refer to, the newest first; where there are some, the file is not used
 * @param state where the records are instead of the file, for servers that keep them there
 */
record KeyFiles(Path keys, Path pepper, List<HeldSecret> referred, Optional<StatePlace> state) {

    /** The given file, or the one in the user's own folder. */
    static KeyFiles of(Optional<String> file, Map<String, String> env, SecretSettings secrets) throws CommandFailure {
        if (file.isPresent() && file.get().isBlank()) {
            throw CommandFailure.usage("the name of the key file is empty");
        }
        Path home = HomeFolder.of(env);
        return new KeyFiles(
                file.map(Path::of).orElse(home.resolve("keys.json")),
                home.resolve("pepper"),
                secrets.peppers(),
                Optional.empty());
    }

    KeyFiles in(Optional<StatePlace> place) {
        return new KeyFiles(keys, pepper, referred, place);
    }

    /** Where the records are, in words. */
    String where() {
        return state.map(StatePlace::text).orElseGet(keys::toString);
    }

    KeyStore store() throws CommandFailure {
        return state.isPresent()
                ? new StateKeyStore(state.get().openOrMake(), InstantSource.system())
                : new FileKeyStore(keys);
    }

    /** Makes what is missing: the folder, and the pepper. */
    KeyIssuer issuer(InstantSource clock) throws CommandFailure {
        if (!referred.isEmpty()) {
            HomeFolder.makeFor(keys);
            return new KeyIssuer(store(), SettingsFile.made(() -> SecretKeys.pepper(referred)), clock);
        }
        if (!Files.exists(pepper) && list(store()).stream().anyMatch(key -> key.isLive(clock.instant()))) {
            throw CommandFailure.start("there is no pepper " + pepper + ", and the keys in " + where()
                    + " were made with one: put it back, or begin with another file of keys");
        }
        HomeFolder.makeFor(pepper);
        OwnerFile file = new OwnerFile(pepper);
        Pepper found = attempt(() -> file.alone(() -> {
            Optional<Bytes> content = file.read();
            if (content.isEmpty()) {
                file.replace(fresh());
            }
            return content.or(file::read);
        }));
        return new KeyIssuer(store(), found, clock);
    }

    /** Opens both, so that what is wrong with them is said at start and not at the first call. */
    ApiKeyAuthenticator authenticator(InstantSource clock, Log log) throws CommandFailure {
        if (!Files.exists(keys)) {
            throw CommandFailure.start("there is no key file " + keys + "; 'keys create' makes it with its first key");
        }
        KeyStore store = store();
        Pepper found = referred.isEmpty()
                ? attempt(() -> new OwnerFile(pepper).read())
                : SettingsFile.made(() -> SecretKeys.pepper(referred));
        lost(list(store), found, clock).ifPresent(sentence -> log.warn("-", sentence));
        return new ApiKeyAuthenticator(store, found, clock, log);
    }

    private static List<KeyRecord> list(KeyStore store) throws CommandFailure {
        try {
            return store.list().stream().map(StoredKey::key).toList();
        } catch (KeyStoreException unusable) {
            throw CommandFailure.start(unusable.getMessage());
        }
    }

    /** @throws CommandFailure if no key is recognized that is good now or will be: then nobody could call */
    private Optional<String> lost(List<KeyRecord> all, Pepper known, InstantSource clock) throws CommandFailure {
        List<KeyRecord> good =
                all.stream().filter(key -> !key.isOver(clock.instant())).toList();
        List<String> lost = good.stream()
                .filter(key -> !known.recognizes(key, clock.instant()))
                .map(KeyRecord::id)
                .toList();
        String place = referred.isEmpty() ? pepper.toString() : "the settings";
        if (!lost.isEmpty() && lost.size() == good.size()) {
            throw CommandFailure.start("the keys in " + keys + " were made with another pepper than that in " + place
                    + ": none of them works until that is back, or 'keys rotate' replaces them");
        }
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of("keys were made with another pepper than that in " + place + ", and so of no use: "
                        + String.join(", ", lost));
    }

    /** Reads the pepper. */
    private interface Source {
        Optional<Bytes> read();
    }

    private Pepper attempt(Source source) throws CommandFailure {
        try {
            Bytes content = source.read()
                    .orElseThrow(() -> new KeyStoreException(
                            "there is no pepper " + pepper + ", and without the one they were made with keys are"
                                    + " worth nothing",
                            null));
            return new Pepper(Arrays.stream(content.asUtf8().strip().split("\\s+", -1))
                    .map(HexFormat.of()::parseHex)
                    .map(Secret::of)
                    .toList());
        } catch (KeyStoreException unusable) {
            throw CommandFailure.start(unusable.getMessage());
        } catch (IllegalArgumentException notPepper) {
            throw CommandFailure.start("the pepper in " + pepper + " must be lines of 64 hexadecimal digits");
        }
    }

    private static Bytes fresh() {
        return Bytes.utf8(HexFormat.of().formatHex(RandomBytes.of(Pepper.MIN_BYTES)) + "\n");
    }
}
