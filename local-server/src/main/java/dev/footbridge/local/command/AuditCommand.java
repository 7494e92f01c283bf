package dev.footbridge.local.command;

import dev.footbridge.audit.AuditKey;
import dev.footbridge.audit.AuditVerifier;
import dev.footbridge.log.Log;
import dev.footbridge.secret.HeldSecret;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        ExitCode code = verify(Path.of(arguments.words().get(0)), new AuditVerifier(key(arguments, io)), io);
        io.out().flush();
        return code;
    }

    private static AuditKey key(Arguments arguments, Io io) throws CommandFailure {
        Optional<HeldSecret> referred =
                Rulebook.of(arguments, io.env(), Log.none()).secrets().audit();
        if (referred.isPresent() && !arguments.has("--key-file")) {
            return KeyTexts.audit(referred.get());
        }
        return AuditKeyFile.open(arguments.one("--key-file").map(Path::of).orElse(AuditKeyFile.usual(io.env())));
    }

    private static ExitCode verify(Path file, AuditVerifier verifier, Io io) throws CommandFailure {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
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
        verifier.counts()
                .forEach((stream, count) -> io.out().println("whole: stream " + stream + ", " + count + " records"));
        io.out().println("An end that was cut off does not show without a head that was kept elsewhere.");
        return ExitCode.OK;
    }
}
