package dev.footbridge.local.command;

import dev.footbridge.call.Reach;
import dev.footbridge.http.Network;
import dev.footbridge.key.ApiKeyAuthenticator;
import dev.footbridge.key.KeyIssuer;
import dev.footbridge.key.KeyRecord;
import dev.footbridge.key.KeyStore.StoredKey;
import dev.footbridge.key.KeyStoreException;
import dev.footbridge.key.KeyTerms;
import dev.footbridge.state.StateStoreException;
import dev.footbridge.text.Nearest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code keys}: makes API keys, replaces their secrets, revokes and lists them. */
final class KeysCommand {

    private static final Map<String, List<Option>> ACTIONS = Map.of(
            "create", Option.KEYS_CREATE,
            "rotate", Option.KEYS_ROTATE,
            "revoke", Option.KEYS_FILE,
            "list", Option.KEYS_FILE);
    private static final String NAMES = "create, rotate, revoke, list";
    private static final int MAX_OVERLAP_HOURS = 24 * 30;
    private static final int DEFAULT_OVERLAP_HOURS = 24;

    private final KeyFiles files;
    private final Arguments arguments;
    private final Io io;
    private final InstantSource clock;

    private KeysCommand(KeyFiles files, Arguments arguments, Io io, InstantSource clock) {
        this.files = files;
        this.arguments = arguments;
        this.io = io;
        this.clock = clock;
    }

    /** @param rest the words behind {@code keys}: first what to do */
    static ExitCode run(List<String> rest, Io io, InstantSource clock) throws CommandFailure {
        if (rest.isEmpty()) {
            throw CommandFailure.usage("keys what? Choose one of " + NAMES);
        }
        String action = rest.get(0);
        List<Option> options = ACTIONS.get(action);
        if (options == null) {
            throw CommandFailure.usage("no such thing to do with keys: " + action
                    + Nearest.hintAndStop(action, ACTIONS.keySet()) + " Choose one of " + NAMES);
        }
        Arguments arguments = Arguments.parse(rest.subList(1, rest.size()), Option.kinds(options));
        Optional<StatePlace> state = StatePlace.of(arguments, io.env(), io.stores());
        if (state.isPresent() && arguments.has("--file")) {
            throw CommandFailure.usage("keys are in a file or in a store: give --file or --state");
        }
        if (state.isPresent() && !state.get().isNamed()) {
            throw CommandFailure.usage("keys of 'serve' are in a file: give --file. --state names the table of a"
                    + " function, dynamodb:TABLE or azure-table:TABLE");
        }
        KeyFiles files = KeyFiles.of(arguments.one("--file"), io.env(), SettingsFile.secrets(arguments, io.env()))
                .in(state);
        KeysCommand command = new KeysCommand(files, arguments, io, clock);
        try {
            command.perform(action);
        } catch (KeyStoreException failure) {
            // What a store says is for operators, and for nobody else.
            throw CommandFailure.start(
                    failure.getCause() instanceof StateStoreException store
                            ? failure.getMessage() + ": " + store.getMessage()
                            : failure.getMessage());
        }
        io.out().flush();
        return ExitCode.OK;
    }

    private void perform(String action) throws CommandFailure {
        switch (action) {
            case "create" -> create();
            case "rotate" -> rotate();
            case "revoke" -> revoke();
            default -> list();
        }
    }

    private void create() throws CommandFailure {
        arguments.refuseWordsBeyond(0);
        if (!arguments.has("--owner")) {
            throw CommandFailure.usage("whose key? --owner NAME says who calls with it");
        }
        KeyTerms terms = terms();
        KeyIssuer.Issued issued = files.issuer(clock).create(terms);
        io.out().println(issued.key().text().revealText());
        note("This is the only time the key is shown: give it to " + terms.subject() + " now. Its name is "
                + issued.key().id() + ", and it expires on " + day(terms.expiresAt()) + ".");
    }

    private KeyTerms terms() throws CommandFailure {
        try {
            List<Network> networks = new ArrayList<>();
            arguments.all("--cidr").forEach(text -> networks.add(Network.parse(text)));
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            int days = arguments.number(
                    "--days", (int) KeyTerms.DEFAULT_LIFETIME.toDays(), (int) KeyTerms.MAX_LIFETIME.toDays());
            return KeyTerms.of(arguments.one("--owner").orElse(""), now)
                    .withLabel(arguments.one("--label").orElse(""))
                    .withScopes(arguments.all("--scope"))
                    .withReach(new Reach(all("--tool"), all("--resource"), all("--prompt")))
                    .withNetworks(networks)
                    .withLifetime(Duration.ofDays(days));
        } catch (IllegalArgumentException refused) {
            throw CommandFailure.usage(String.valueOf(refused.getMessage()));
        }
    }

    private Set<String> all(String option) {
        return Set.copyOf(arguments.all(option));
    }

    private void rotate() throws CommandFailure {
        KeyRecord key = named();
        int hours = arguments.number("--overlap", DEFAULT_OVERLAP_HOURS, MAX_OVERLAP_HOURS);
        if (!key.isLive(clock.instant())) {
            throw CommandFailure.usage("key " + key.id() + " is " + state(key) + ": create another");
        }
        KeyIssuer issuer = files.issuer(clock);
        boolean works = issuer.recognizes(key);
        Optional<KeyIssuer.Issued> issued = issuer.rotate(key.id(), Duration.ofHours(hours));
        if (issued.isEmpty()) {
            throw CommandFailure.start("key " + key.id() + " was changed by somebody else just now: look at it again");
        }
        io.out().println(issued.get().key().text().revealText());
        String before = works
                ? " works for " + hours + (hours == 1 ? " more hour" : " more hours")
                : " was made with another pepper, and does not work";
        note("This is the only time the key is shown. The one before it" + before + "; both expire on "
                + day(key.terms().expiresAt()) + " at the latest.");
    }

    private void revoke() throws CommandFailure {
        KeyRecord key = named();
        KeyIssuer.revoke(files.store(), key.id());
        io.out()
                .println("Key " + key.id() + " of " + key.terms().subject()
                        + " is revoked for good. Servers refuse it within "
                        + ApiKeyAuthenticator.POSITIVE_LIFETIME.toSeconds() + " seconds.");
    }

    /** The key whose id is the one word. */
    private KeyRecord named() throws CommandFailure {
        arguments.refuseWordsBeyond(1);
        if (arguments.words().isEmpty()) {
            throw CommandFailure.usage("which key? '" + io.launcher() + " keys list' lists their ids");
        }
        String id = arguments.words().get(0);
        // Somebody may have pasted the key itself: then its text must not be repeated.
        return files.store()
                .find(id)
                .map(StoredKey::key)
                .orElseThrow(() -> CommandFailure.usage("there is no key with that id in " + files.where() + "; '"
                        + io.launcher() + " keys list' lists them"));
    }

    private void list() throws CommandFailure {
        arguments.refuseWordsBeyond(0);
        List<List<String>> rows = new ArrayList<>();
        for (StoredKey stored : files.store().list()) {
            KeyRecord key = stored.key();
            KeyTerms terms = key.terms();
            rows.add(List.of(
                    key.id(),
                    terms.subject(),
                    terms.label().isEmpty() ? "-" : terms.label(),
                    terms.scopes().isEmpty() ? "-" : String.join(" ", terms.scopes()),
                    reach(terms.reach()),
                    terms.networks().isEmpty()
                            ? "anywhere"
                            : terms.networks().stream().map(Network::text).collect(Collectors.joining(" ")),
                    day(terms.expiresAt()),
                    state(key)));
        }
        if (rows.isEmpty()) {
            note("There are no keys in " + files.where() + "; '" + io.launcher()
                    + " keys create --owner NAME' makes one.");
            return;
        }
        new Table(List.of("id", "owner", "label", "scopes", "for", "from", "expires", "state"), rows)
                .lines(io.style())
                .forEach(io.out()::println);
    }

    private static String reach(Reach reach) {
        return reach.isEverything()
                ? "everything"
                : Stream.of(
                                named("tools", reach.tools()),
                                named("resources", reach.resources()),
                                named("prompts", reach.prompts()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining("; "));
    }

    private static Optional<String> named(String kind, Set<String> patterns) {
        return patterns.isEmpty()
                ? Optional.empty()
                : Optional.of(kind + " " + String.join(" ", new TreeSet<>(patterns)));
    }

    private String state(KeyRecord key) {
        Instant now = clock.instant();
        if (key.state() == KeyRecord.State.REVOKED) {
            return "revoked";
        }
        if (key.isLive(now)) {
            return "active";
        }
        return now.isBefore(key.terms().notBefore()) ? "not yet valid" : "expired";
    }

    /** Beside the output, so that a key can be piped to where it is needed. */
    private void note(String sentence) {
        io.err().println(Style.wrap(sentence, "", io.width()));
    }

    private static String day(Instant instant) {
        return instant.truncatedTo(ChronoUnit.DAYS).toString().substring(0, 10);
    }
}
