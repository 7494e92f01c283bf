package dev.footbridge.local.command;

import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.AuditVerifier;
import dev.footbridge.audit.StateHeads;
import dev.footbridge.log.Log;
import dev.footbridge.secret.HeldSecret;
import dev.footbridge.settings.SecretKeys;
import dev.footbridge.state.StateStoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code audit verify}: whether a file of records is whole. */
final class AuditCommand {

    private AuditCommand() {}

    static ExitCode run(List<String> rest, Io io) throws CommandFailure {
        if (rest.isEmpty() || !rest.get(0).equals("verify")) {
            throw CommandFailure.usage("audit what? 'audit verify FILE' finds records that were changed or taken out");
        }
        Arguments arguments = Arguments.parse(rest.subList(1, rest.size()), Option.kinds(Option.AUDIT));
        arguments.refuseWordsBeyond(1);
        if (arguments.words().isEmpty()) {
            throw CommandFailure.usage("which file of records?");
        }
        Optional<StatePlace> state = StatePlace.of(arguments, io.env(), io.stores());
        Optional<StateHeads> heads = state.isPresent()
                ? Optional.of(new StateHeads(state.get().open(), Log.none(), InstantSource.system()))
                : Optional.empty();
        AuditVerifier verifier = new AuditVerifier(key(arguments, io));
        ExitCode code = verify(Path.of(arguments.words().get(0)), verifier, heads, io);
        io.out().flush();
        return code;
    }

    private static AuditKey key(Arguments arguments, Io io) throws CommandFailure {
        Optional<HeldSecret> referred = Rulebook.of(arguments, io.env(), io.stores(), Log.none())
                .secrets()
                .audit();
        if (referred.isPresent() && !arguments.has("--key-file")) {
            return SettingsFile.made(() -> SecretKeys.audit(referred.get()));
        }
        return AuditKeyFile.open(arguments.one("--key-file").map(Path::of).orElse(AuditKeyFile.usual(io.env())));
    }

    private static ExitCode verify(Path file, AuditVerifier verifier, Optional<StateHeads> heads, Io io)
            throws CommandFailure {
        // A byte that is no UTF-8 is a record that was changed, not a file that cannot be read.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<String> problem = verifier.problem(line);
                if (problem.isPresent()) {
                    io.out().println("not whole: " + problem.get());
                    return ExitCode.TOOL;
                }
            }
        } catch (IOException unreadable) {
            throw CommandFailure.start("the file " + file + " cannot be read");
        }
        if (verifier.counts().isEmpty()) {
            io.out()
                    .println("not whole: there is no record in " + file
                            + "; a server that nobody called writes none, so nothing tells whether there were any");
            return ExitCode.TOOL;
        }
        return heads.isPresent() ? ends(verifier, heads.get(), io) : whole(verifier, io);
    }

    private static ExitCode whole(AuditVerifier verifier, Io io) {
        verifier.counts()
                .forEach((stream, count) -> io.out().println("whole: stream " + stream + ", " + count + " records"));
        io.out().println("An end that was cut off shows only with --state, for a server that keeps its state there.");
        return ExitCode.OK;
    }

    private static ExitCode ends(AuditVerifier verifier, StateHeads heads, Io io) throws CommandFailure {
        ExitCode code = ExitCode.OK;
        for (Map.Entry<String, Long> stream : verifier.counts().entrySet()) {
            long kept = head(heads, stream.getKey());
            Optional<String> missing = verifier.missing(stream.getKey(), kept);
            io.out()
                    .println(missing.map(text -> "not whole: " + text)
                            .orElse("whole: stream " + stream.getKey() + ", " + stream.getValue()
                                    + " records, of which at least " + kept + " were written"));
            code = missing.isPresent() ? ExitCode.TOOL : code;
        }
        return code;
    }

    private static long head(StateHeads heads, String stream) throws CommandFailure {
        try {
            return heads.find(stream).map(StateHeads.Head::count).orElse(0L);
        } catch (StateStoreException unreadable) {
            throw CommandFailure.start("--state: " + unreadable.getMessage());
        }
    }
}
