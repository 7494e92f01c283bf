package dev.footbridge.local.command;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One option of the command line, as it is read and as help shows it. */
record Option(String name, String value, Arguments.Kind kind, String meaning) {

    private static final Option FILES = one("--files", "DIR", "offer the files in this folder");
    private static final Option WRITE = flag("--write", "allow writing, moving and deleting files in that folder");
    private static final Option PORT = one("--port", "N", "port to listen on; 0 for any free one (default 8080)");
    private static final Option TOKEN_FILE = one(
            "--token-file",
            "FILE",
            "ask clients for the bearer token in FILE, which only its owner may read; the variable FOOTBRIDGE_TOKEN"
                    + " does the same");
    private static final Option VERBOSE = flag("--verbose", "log causes with their stack traces to standard error");
    private static final Option STATELESS = flag("--stateless", "keep no sessions for clients older than 2026-07-28");

    private static final Option STATE = one(
            "--state",
            "PLACE",
            "keep sessions, what tools keep, limits and usage in this folder, in dynamodb:TABLE or in azure-table:TABLE:"
                    + " they survive a restart, and servers that share it count together");

    private static final Option TLS_CERT =
            one("--tls-cert", "FILE", "serve over TLS with the certificate and its chain in FILE (PEM)");
    private static final Option TLS_KEY = one(
            "--tls-key",
            "FILE",
            "the private key of that certificate (PEM, PKCS#8), which only its owner may read; without --tls-cert"
                    + " a PKCS#12 file, with its password in FOOTBRIDGE_TLS_PASSWORD");
    private static final Option CLIENT_CA =
            one("--client-ca", "FILE", "believe client certificates of the authorities in FILE (PEM)");

    static final List<Option> USAGE = List.of(
            one("--state", "PLACE", "the folder or store of 'serve --state'"),
            one("--by", "WHAT", "caller or tool (default caller)"),
            one("--from", "DAY", "first day of UTC, such as 2026-07-28 (default the first of this month)"),
            one("--to", "DAY", "last day (default today)"),
            flag("--csv", "print CSV instead of a table"));

    static final List<Option> FEATURES = List.of(FILES, WRITE);

    static final List<Option> SERVE = List.of(
            FILES,
            WRITE,
            PORT,
            one(
                    "--host",
                    "HOST",
                    "address to listen on (default 127.0.0.1); beyond loopback only with a token, keys, oauth or client"
                            + " certificates"),
            TOKEN_FILE,
            one("--keys", "FILE", "ask clients for one of the API keys in FILE, which 'keys create' made"),
            TLS_CERT,
            TLS_KEY,
            CLIENT_CA,
            one(
                    "--client-auth",
                    "MODE",
                    "need: no connection without a client certificate, with a token or key beside it if there are any;"
                            + " want: a client certificate, or a token or key (default need)"),
            one(
                    "--allow-certs",
                    "FILE",
                    "take only the client certificates in FILE, which is read again when it changes: on each line spki: and"
                            + " the SHA-256 of a public key, or a name such as uri:spiffe://example.org/agents/*"),
            one(
                    "--deny-certs",
                    "FILE",
                    "refuse the client certificates in FILE, which is read again when it changes: a serial number on each"
                            + " line, or spki: and the SHA-256 of a public key, both in hexadecimal digits"),
            one(
                    "--settings",
                    "FILE",
                    "who may call what and how often, and whose access tokens are taken (docs/policy.md)"),
            one(
                    "--revoked",
                    "FILE",
                    "refuse the access tokens in FILE, which is read again when it changes: a jti on each line, or an issuer,"
                            + " a blank and a jti"),
            STATE,
            one("--lock", "FILE", "start only if everything that is offered is as FILE pins it, which 'lock' wrote"),
            one("--audit", "FILE", "append a record of every call to FILE; 'audit verify' finds whether it is whole"),
            many("--allow-origin", "ORIGIN", "let web pages of this origin call; may be repeated"),
            many("--allow-host", "HOST", "serve requests that name this host; may be repeated"),
            flag("--no-sse", "switch off the deprecated transport of 2024-11-05 at /sse"),
            STATELESS,
            VERBOSE);

    static final List<Option> STDIO = List.of(FILES, WRITE, VERBOSE);

    static final List<Option> TOOLS = List.of(FILES, WRITE, flag("--json", "print the tools as a client gets them"));

    static final List<Option> LOCK =
            List.of(FILES, WRITE, flag("--check", "write nothing, and name what differs from the file"));

    static final List<Option> LINT =
            List.of(FILES, WRITE, flag("--strict", "end with 1 if there are warnings only, too"));

    static final List<Option> DOCTOR = List.of(
            FILES,
            WRITE,
            one("--settings", "FILE", "the settings that 'serve' gets (default footbridge.yaml)"),
            one("--keys", "FILE", "the file of API keys (default ~/.footbridge/keys.json, if it is there)"),
            one("--audit", "FILE", "the file that records are appended to"),
            one("--state", "PLACE", "the folder or store in which servers keep state"),
            TLS_CERT,
            TLS_KEY,
            CLIENT_CA);

    static final List<Option> CALL = List.of(
            FILES,
            WRITE,
            one(
                    "--json",
                    "ARGS",
                    "the arguments as one JSON object, instead of name=value; pictures and sound are then printed in full"),
            VERBOSE);

    static final List<Option> CONFIG = List.of(
            FILES,
            WRITE,
            one("--port", "N", "port that 'serve' listens on (default 8080)"),
            one("--host", "HOST", "name or address of the machine it runs on, as clients reach it (default 127.0.0.1)"),
            one("--token-file", "FILE", "file with the bearer token that 'serve' asks for; it is not read"),
            flag("--tls", "'serve' was started with --tls-key: clients must use https"));

    static final List<Option> NEW =
            List.of(one("--package", "NAME", "package of its classes (default com.example and the folder's name)"));

    /** Known here for their help alone: the function reads them itself. */
    static final List<Option> LAMBDA = List.of(
            one("--event", "FILE", "the event, as Lambda would hand it over; - for standard input"),
            one(
                    "--example",
                    "DOOR [METHOD|TOOL]",
                    "print an event of function-url, http-api, rest-api or alb instead, which asks for METHOD or calls TOOL"
                            + " (default tools/list)"),
            flag("--stream", "answer while the tool runs: a head, eight zero bytes, the body"));

    static final List<Option> FUNCTION = List.of(
            one(
                    "--request",
                    "FILE",
                    "the request: METHOD PATH, header fields, an empty line, the body; - for standard input"),
            flag(
                    "--example",
                    "print a request instead, which asks for the METHOD or calls the TOOL behind it (default tools/list)"));

    static final List<Option> DEPLOY = List.of(
            flag("--dry-run", "look at tools, template, parameters and package, and print the commands that deploy"),
            flag("--contents", "print what is in the package, whose it is and why it is there"));

    private static final Option FILE = one(
            "--file", "FILE", "where the keys are kept (default ~/.footbridge/keys.json); the pepper never is there");

    private static final Option SETTINGS =
            one("--settings", "FILE", "the file with the policy (default footbridge.yaml)");

    static final List<Option> POLICY_CHECK = List.of(SETTINGS);

    static final List<Option> POLICY_EXPLAIN = List.of(
            SETTINGS,
            one("--tool", "NAME", "explain: the tool that is called"),
            many(
                    "--as",
                    "NAME=VALUE",
                    "explain: who calls; tenant, issuer, subject, client, scope, group, auth (such as api_key), bound=yes;"
                            + " may be repeated"),
            one("--args", "JSON", "explain: the arguments of the call (default {})"),
            one("--from", "ADDRESS", "explain: the address the call comes from"));

    private static final Option REFERENCES = one(
            "--settings", "FILE", "settings that refer to the key or pepper, such as footbridge.yaml (docs/policy.md)");

    static final List<Option> AUDIT = List.of(
            REFERENCES,
            one("--key-file", "FILE", "the key the records were written with (default ~/.footbridge/audit-key)"),
            one("--state", "PLACE", "the folder or store of 'serve --state', which knows how far the records went"));

    private static final Option KEYS_STATE = one(
            "--state",
            "PLACE",
            "where the keys are kept instead, for a function to find: dynamodb:TABLE or azure-table:TABLE");

    static final List<Option> KEYS_FILE = List.of(FILE, KEYS_STATE);

    static final List<Option> KEYS_ROTATE = List.of(
            one("--overlap", "HOURS", "rotate: how long the secret before still works (default 24, at most 720)"),
            REFERENCES,
            FILE,
            KEYS_STATE);

    static final List<Option> KEYS_CREATE = List.of(
            one("--owner", "NAME", "create: who calls with the key"),
            one("--label", "TEXT", "create: what it is for"),
            many("--scope", "SCOPE", "create: what it grants; may be repeated"),
            many(
                    "--tool",
                    "PATTERN",
                    "create: tools it is for, such as read_*; a key that names anything is for nothing else; may be repeated"
                            + " (default everything)"),
            many("--resource", "PATTERN", "create: resources it is for, such as notes://*; may be repeated"),
            many("--prompt", "PATTERN", "create: prompts it is for; may be repeated"),
            many(
                    "--cidr",
                    "RANGE",
                    "create: addresses it works from, such as 10.0.0.0/8; may be repeated (default all)"),
            one("--days", "N", "create: how long it lives (default 90, at most 365)"),
            REFERENCES,
            FILE,
            KEYS_STATE);

    private static Option flag(String name, String meaning) {
        return new Option(name, "", Arguments.Kind.FLAG, meaning);
    }

    private static Option one(String name, String value, String meaning) {
        return new Option(name, value, Arguments.Kind.ONE, meaning);
    }

    private static Option many(String name, String value, String meaning) {
        return new Option(name, value, Arguments.Kind.MANY, meaning);
    }

    /**
     * Of every action on keys, with the place of the keys last. For help alone: a start would pay for comparing
     * records.
     */
    static List<Option> ofKeys() {
        return Stream.concat(KEYS_CREATE.stream(), KEYS_ROTATE.stream())
                .distinct()
                .sorted(Comparator.comparing(KEYS_FILE::contains))
                .toList();
    }

    /** Those of the options that mean something to the offering. */
    static List<Option> known(List<Option> options, Offering offering) {
        return options.stream()
                .filter(option -> offering.hasOptions() || !option.isOfFeatures())
                .toList();
    }

    /** Looks at names, because every start asks, and the first comparison of records is dear. */
    private boolean isOfFeatures() {
        return FEATURES.stream().anyMatch(feature -> feature.name.equals(name));
    }

    static Map<String, Arguments.Kind> kinds(List<Option> options) {
        Map<String, Arguments.Kind> kinds = new LinkedHashMap<>();
        options.forEach(option -> kinds.put(option.name, option.kind));
        return kinds;
    }
}
