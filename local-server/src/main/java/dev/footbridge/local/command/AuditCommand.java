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
import java.util.OptionalLong;

/** {@code audit verify}: whether files of records are whole. */
final class AuditCommand {

    private static final int MOST_TOLD = 20;

    private AuditCommand() {}

    static ExitCode run(List<String> rest, Io io) throws CommandFailure {
        if (rest.isEmpty() || !rest.get(0).equals("verify")) {
            throw CommandFailure.usage("audit what? 'audit verify FILE…' finds records that were changed or taken out");
        }
        Arguments arguments = Arguments.parse(rest.subList(1, rest.size()), Option.kinds(Option.AUDIT));
        if (arguments.words().isEmpty()) {
            throw CommandFailure.usage("which file of records?");
        }
        Optional<StatePlace> state = StatePlace.of(arguments, io.env(), io.stores());
        Optional<StateHeads> heads = state.isPresent()
                ? Optional.of(new StateHeads(state.get().open(), Log.none(), InstantSource.system()))
                : Optional.empty();
        AuditVerifier verifier = new AuditVerifier(key(arguments, io));
        ExitCode code = verify(arguments.words(), verifier, heads, io);
        io.out().flush();
        return code;
    }

    private static AuditKey key(Arguments arguments, Io io) throws CommandFailure {
        Optional<HeldSecret> referred =
                SettingsFile.secrets(arguments, io.env()).audit();
        if (referred.isPresent() && !arguments.has("--key-file")) {
            return SettingsFile.made(() -> SecretKeys.audit(referred.get()));
        }
        return AuditKeyFile.open(arguments.one("--key-file").map(Path::of).orElse(HomeFolder.auditKey(io.env())));
    }

    private static ExitCode verify(List<String> files, AuditVerifier verifier, Optional<StateHeads> heads, Io io)
            throws CommandFailure {
        long problems = 0;
        for (String file : files) {
            String where = files.size() == 1 ? "" : file + " ";
            problems += problems(Path.of(file), where, verifier, problems, io);
        }
        if (problems > MOST_TOLD) {
            io.out().println("not whole: " + (problems - MOST_TOLD) + " more");
        }
        if (problems == 0 && verifier.counts().isEmpty()) {
            io.out()
                    .println("not whole: there is no record in " + String.join(", ", files)
                            + "; a server that nobody called writes none, so nothing tells whether there were any");
            return ExitCode.TOOL;
        }
        if (heads.isPresent()) {
            return ends(verifier, heads.get(), problems == 0, io);
        }
        return problems == 0 ? whole(verifier, io) : ExitCode.TOOL;
    }

    /** Tells them, as long as there are few. */
    private static long problems(Path file, String where, AuditVerifier verifier, long before, Io io)
            throws CommandFailure {
        long found = 0;
        // A byte that is no UTF-8 is a record that was changed, not a file that cannot be read.
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            verifier.nextFile();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<String> problem = verifier.problem(line);
                if (problem.isPresent() && before + ++found <= MOST_TOLD) {
                    io.out().println("not whole: " + where + problem.get());
                }
            }
        } catch (IOException unreadable) {
            throw CommandFailure.start("the file " + file + " cannot be read");
        }
        return found;
    }

    private static ExitCode whole(AuditVerifier verifier, Io io) {
        verifier.counts()
                .forEach((stream, count) -> io.out().println("whole: stream " + stream + ", " + count + " records"));
        io.out().println("An end that was cut off shows only with --state, for a server that keeps its state there.");
        return ExitCode.OK;
    }

    /** @param rest whether the lines that are there are whole: none is called so otherwise */
    private static ExitCode ends(AuditVerifier verifier, StateHeads heads, boolean rest, Io io) throws CommandFailure {
        ExitCode code = rest ? ExitCode.OK : ExitCode.TOOL;
        for (Map.Entry<String, Long> stream : verifier.counts().entrySet()) {
            OptionalLong kept = head(heads, stream.getKey());
            Optional<String> missing = kept.isPresent()
                    ? verifier.missing(stream.getKey(), kept.getAsLong())
                    : Optional.of("nothing is known there of stream " + stream.getKey()
                            + ": it is another server's place, or the server was ended before it kept anything");
            missing.ifPresent(text -> io.out().println("not whole: " + text));
            if (rest && missing.isEmpty()) {
                io.out()
                        .println("whole: stream " + stream.getKey() + ", " + stream.getValue()
                                + " records; its server kept that it had come as far as " + kept.getAsLong());
            }
            code = missing.isPresent() ? ExitCode.TOOL : code;
        }
        return code;
    }

    private static OptionalLong head(StateHeads heads, String stream) throws CommandFailure {
        try {
            Optional<StateHeads.Head> head = heads.find(stream);
            return head.isPresent() ? OptionalLong.of(head.get().count()) : OptionalLong.empty();
        } catch (StateStoreException unreadable) {
            throw CommandFailure.start("--state: " + unreadable.getMessage());
        }
    }
}
