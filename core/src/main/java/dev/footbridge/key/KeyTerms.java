package dev.footbridge.key;

import dev.footbridge.call.Reach;
import dev.footbridge.http.Network;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an operator grants with a key: to whom, what, from where and until when. Immutable.
 *
 * @param subject who the key is for; calls with it are theirs
 * @param label what the key is for, in the operator's words; may be empty
 * @param reach what it is for
 * @param networks where it may be used from; none means anywhere
 */
public record KeyTerms(
        String tenant,
        String subject,
        String label,
        Set<String> scopes,
        Reach reach,
        List<Network> networks,
        Instant notBefore,
        Instant expiresAt) {

    /** No key lives longer: who needs one for longer makes another. */
    public static final Duration MAX_LIFETIME = Duration.ofDays(365);

    public static final Duration DEFAULT_LIFETIME = Duration.ofDays(90);

    private static final int MAX_LENGTH = 200;
    private static final int MAX_PATTERN_LENGTH = 128;

    /** @throws IllegalArgumentException with a sentence for the operator if something cannot be granted */
    public KeyTerms {
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
        networks = List.copyOf(networks);
        require(!tenant.isEmpty() && isPlain(tenant), "a tenant needs a name in plain characters");
        require(!subject.isBlank() && isPlain(subject), "a key needs an owner, named in plain characters");
        require(isPlain(label), "the label of a key must be plain characters, 200 at most");
        require(scopes.stream().allMatch(KeyTerms::isScope), "a scope has no spaces, quotes or backslashes");
        require(
                reach.tools().stream().allMatch(KeyTerms::isToolPattern),
                "the pattern of a tool is made of letters, digits, _ - . / and *, such as read_*");
        require(
                reach.resources().stream().allMatch(KeyTerms::isUriPattern),
                "the pattern of a resource is made of the characters of URIs and *, such as notes://*");
        require(
                reach.prompts().stream().allMatch(text -> !text.isBlank() && isPlain(text)),
                "the pattern of a prompt is made of plain characters, 200 at most");
        Duration lifetime = Duration.between(notBefore, expiresAt);
        require(
                !lifetime.isNegative() && !lifetime.isZero() && lifetime.compareTo(MAX_LIFETIME) <= 0,
                "a key must live for some time and for 365 days at most");
    }

    /** A key of the default lifetime for a subject of the tenant {@code default}, with no scope at all. */
    public static KeyTerms of(String subject, Instant notBefore) {
        return new KeyTerms(
                "default",
                subject,
                "",
                Set.of(),
                Reach.EVERYTHING,
                List.of(),
                notBefore,
                notBefore.plus(DEFAULT_LIFETIME));
    }

    public KeyTerms withTenant(String value) {
        return new KeyTerms(value, subject, label, scopes, reach, networks, notBefore, expiresAt);
    }

    public KeyTerms withLabel(String value) {
        return new KeyTerms(tenant, subject, value, scopes, reach, networks, notBefore, expiresAt);
    }

    public KeyTerms withScopes(Collection<String> values) {
        return new KeyTerms(tenant, subject, label, new TreeSet<>(values), reach, networks, notBefore, expiresAt);
    }

    public KeyTerms withReach(Reach value) {
        return new KeyTerms(tenant, subject, label, scopes, value, networks, notBefore, expiresAt);
    }

    public KeyTerms withNetworks(List<Network> values) {
        return new KeyTerms(tenant, subject, label, scopes, reach, values, notBefore, expiresAt);
    }

    public KeyTerms withLifetime(Duration lifetime) {
        return new KeyTerms(tenant, subject, label, scopes, reach, networks, notBefore, notBefore.plus(lifetime));
    }

    /** @param address empty if the platform does not say: then a key that is bound to a place cannot be used */
    boolean allowsFrom(String address) {
        return networks.isEmpty() || networks.stream().anyMatch(network -> network.contains(address));
    }

    private static void require(boolean met, String sentence) {
        if (!met) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** Nothing that changes a line, a direction or a terminal: lists and logs show it. */
    private static boolean isPlain(String text) {
        return text.length() <= MAX_LENGTH && text.codePoints().allMatch(KeyTerms::isVisible);
    }

    private static boolean isVisible(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED;
    }

    /** False for what no tool could be called. */
    private static boolean isToolPattern(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_PATTERN_LENGTH
                && text.chars().allMatch(KeyTerms::isOfAPattern);
    }

    /** RFC 3986 §2 knows printable characters of ASCII only, and no space. */
    private static boolean isUriPattern(String text) {
        return !text.isEmpty() && text.length() <= MAX_LENGTH && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static boolean isOfAPattern(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "_-./*".indexOf(c) >= 0;
    }

    /** RFC 6749 §3.3. */
    private static boolean isScope(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\\');
    }
}
