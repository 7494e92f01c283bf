package dev.footbridge.settings;

import dev.footbridge.audit.AuditKey;
import dev.footbridge.key.Pepper;
import dev.footbridge.oauth.ProofNonces;
import dev.footbridge.secret.HeldSecret;
import dev.footbridge.secret.Secret;
import dev.footbridge.secret.SecretSourceException;
import dev.footbridge.security.KeyRing;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Keys that settings refer to, made of the text they are kept as. Each call reads the secret; each throws
 * {@link SettingsException} if it cannot be read, or is no such key.
 */
public final class SecretKeys {

    private SecretKeys() {}

    public static AuditKey audit(HeldSecret text) throws SettingsException {
        return made(text, "64 hexadecimal digits", secret -> new AuditKey(hex(secret)));
    }

    public static Pepper pepper(List<HeldSecret> newestFirst) throws SettingsException {
        List<Secret> peppers = new ArrayList<>();
        for (HeldSecret text : newestFirst) {
            peppers.add(made(text, "64 hexadecimal digits", SecretKeys::hex));
        }
        try {
            return new Pepper(peppers);
        } catch (IllegalArgumentException tooShort) {
            throw refused("/secrets/key_pepper: " + tooShort.getMessage());
        }
    }

    public static KeyRing sealing(HeldSecret text) throws SettingsException {
        return made(text, "id:base64 of 32 bytes, and others after commas", SecretKeys::ring);
    }

    public static ProofNonces nonces(HeldSecret text, InstantSource clock) throws SettingsException {
        return made(text, "64 hexadecimal digits", secret -> new ProofNonces(hex(secret), clock));
    }

    private static KeyRing ring(Secret secret) {
        return KeyRing.parse(secret.revealText().strip());
    }

    private static Secret hex(Secret text) {
        return Secret.of(HexFormat.of().parseHex(text.revealText().strip()));
    }

    /** Makes a key of a secret. */
    private interface Maker<K> {
        K make(Secret secret);
    }

    /** What is refused is not quoted: some refusals of the JDK repeat what they refuse. */
    private static <K> K made(HeldSecret text, String form, Maker<K> maker) throws SettingsException {
        try {
            return maker.make(text.get());
        } catch (SecretSourceException unreadable) {
            throw refused(String.valueOf(unreadable.getMessage()));
        } catch (IllegalArgumentException notOne) {
            throw refused("the key that " + text + " refers to must be " + form);
        }
    }

    private static SettingsException refused(String problem) {
        return new SettingsException(List.of(problem));
    }
}
