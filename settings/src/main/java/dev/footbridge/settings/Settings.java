package dev.footbridge.settings;

import dev.footbridge.audit.AuditSettings;
import dev.footbridge.call.NamePattern;
import dev.footbridge.json.Json;
import dev.footbridge.json.JsonNumber;
import dev.footbridge.json.JsonObject;
import dev.footbridge.json.StrictObject;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.policy.Policy;
import dev.footbridge.policy.PolicyException;
import dev.footbridge.policy.PolicyReader;
import dev.footbridge.secret.SecretReferences;
import dev.footbridge.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code footbridge.yaml} says. Immutable.
 *
 * @param policy who may call what; empty where the file does not say, and then the scopes that tools ask for decide
 * @param audit how much is recorded
 * @param oauth whose access tokens are taken; empty for none
 * @param secrets where secrets are, never what they are
 * @param telemetry whether OpenTelemetry is told of requests
 */
public record Settings(
        Optional<Policy> policy,
        LimitSettings limits,
        AuditSettings audit,
        Optional<OAuthSettings> oauth,
        SecretSettings secrets,
        boolean telemetry) {

    /** Where there is no file. */
    public static final Settings NONE = new Settings(
            Optional.empty(), LimitSettings.NONE, AuditSettings.DEFAULTS, Optional.empty(), SecretSettings.NONE, false);

    /**
     * Reads the file. Secrets are not read yet.
     *
     * @param references what it may refer to secrets with
     * @throws SettingsException if anything in it is not understood, or a secret is written in it
     * @throws IOException if it cannot be read
     */
    public static Settings read(Path file, SecretReferences references) throws SettingsException, IOException {
        return of(Files.readString(file), references);
    }

    /**
     * As {@link #read}, for where the platform knows what clients call this server.
     *
     * @param resource stands for {@code oauth.resource}, whatever the file says
     */
    public static Settings read(Path file, SecretReferences references, String resource)
            throws SettingsException, IOException {
        return of(Files.readString(file), references, resource);
    }

    /** As {@link #read}, from text. */
    public static Settings of(String yaml, SecretReferences references) throws SettingsException {
        return of(yaml, references, Optional.empty());
    }

    /** As {@link #read(Path, SecretReferences, String)}, from text. */
    public static Settings of(String yaml, SecretReferences references, String resource) throws SettingsException {
        return of(yaml, references, Optional.of(resource));
    }

    private static Settings of(String yaml, SecretReferences references, Optional<String> resource)
            throws SettingsException {
        JsonObject file = SettingsText.read(yaml);
        refuseSecrets(file, references);
        List<String> problems = new ArrayList<>();
        StrictObject settings = new StrictObject(file, "", problems);
        if (!(settings.any("version") instanceof JsonNumber version
                && version.text().equals("1"))) {
            problems.add("/version must be 1");
        }
        Optional<Policy> policy = policy(settings.any("policy"), problems);
        LimitSettings limits = LimitsReader.read(settings.entry("limits"));
        AuditSettings audit = AuditReader.read(settings.entry("audit"));
        ReferenceReader reader = new ReferenceReader(references);
        Optional<OAuthSettings> oauth = settings.any("oauth") == null
                ? Optional.empty()
                : OAuthReader.read(settings.entry("oauth"), resource, reader);
        SecretSettings secrets = reader.read(settings.entry("secrets"));
        String telemetry = settings.text("telemetry").orElse("none");
        if (!telemetry.equals("none") && !telemetry.equals("opentelemetry")) {
            settings.problem("telemetry", "must be none or opentelemetry");
        }
        settings.end(Nearest::hint);
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return new Settings(policy, limits, audit, oauth, secrets, telemetry.equals("opentelemetry"));
    }

    /** Before anything else: other problems name members, and one of those may be the secret. */
    private static void refuseSecrets(JsonObject file, SecretReferences references) throws SettingsException {
        List<String> places = LiteralSecrets.in(file, references);
        if (!places.isEmpty()) {
            throw new SettingsException(places.stream()
                    .map(place -> place + " holds a secret: write a reference to it, such as env:NAME")
                    .toList());
        }
    }

    /**
     * Where a tool is named that is not there, one sentence each: what was meant for another would hold for none.
     *
     * @param tools the names of all there are
     */
    public List<String> strangers(Collection<String> tools) {
        List<String> strangers = new ArrayList<>();
        policy.ifPresent(rules -> strangers.addAll(strangers("/policy", rules.exactTools().stream(), tools)));
        strangers.addAll(strangers("/limits", exact(limited()), tools));
        strangers.addAll(strangers("/audit/recorded_first", exact(audit.recordedFirst().stream()), tools));
        return strangers;
    }

    /**
     * Where a pattern stands for none of the tools, one sentence each: the rule holds for nothing, and nobody is told.
     *
     * @param tools the names of all there are
     */
    public List<String> idlePatterns(Collection<String> tools) {
        List<String> idle = new ArrayList<>();
        policy.ifPresent(rules -> idle.addAll(idle("/policy", rules.toolPatterns().stream(), tools)));
        idle.addAll(idle("/limits", limited(), tools));
        idle.addAll(idle("/audit/recorded_first", audit.recordedFirst().stream(), tools));
        return idle;
    }

    private Stream<NamePattern> limited() {
        return limits.rules().stream().flatMap(rule -> rule.tools().stream()).map(NamePattern::new);
    }

    private static List<String> idle(String place, Stream<NamePattern> patterns, Collection<String> tools) {
        return patterns.filter(pattern -> !pattern.isExact() && tools.stream().noneMatch(pattern::matches))
                .distinct()
                .map(pattern -> place + ": " + pattern.text() + " matches no tool")
                .toList();
    }

    private static Stream<String> exact(Stream<NamePattern> patterns) {
        return patterns.filter(NamePattern::isExact).map(NamePattern::text);
    }

    private static List<String> strangers(String place, Stream<String> names, Collection<String> tools) {
        return names.filter(name -> !tools.contains(name))
                .distinct()
                .map(name -> place + " names a tool that is not offered: " + name)
                .toList();
    }

    private static Optional<Policy> policy(@Nullable Json policy, List<String> problems) {
        if (policy == null) {
            return Optional.empty();
        }
        if (!(policy instanceof JsonObject rules)) {
            problems.add("/policy must be a mapping");
            return Optional.empty();
        }
        try {
            return Optional.of(PolicyReader.read(rules));
        } catch (PolicyException wrong) {
            problems.addAll(wrong.problems());
            return Optional.empty();
        }
    }
}
