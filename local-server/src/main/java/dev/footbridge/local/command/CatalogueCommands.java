package dev.footbridge.local.command;

import dev.footbridge.definition.Definition;
import dev.footbridge.definition.DefinitionLint;
import dev.footbridge.definition.DefinitionLock;
import dev.footbridge.definition.Finding;
import dev.footbridge.text.ShownText;
import java.nio.file.Path;
import java.util.List;

/** {@code lock} and {@code lint}: what is offered, pinned and looked through. */
final class CatalogueCommands {

    private CatalogueCommands() {}

    static ExitCode lock(Arguments arguments, Offer offer, Io io) throws CommandFailure {
        arguments.refuseWordsBeyond(1);
        Path path = Path.of(
                arguments.words().isEmpty() ? LockFile.USUAL : arguments.words().get(0));
        LockFile file = new LockFile(path);
        if (arguments.has("--check")) {
            String digest = file.check(offer.features());
            io.out().println("Everything is as " + path + " pins it: sha256 " + digest);
        } else {
            DefinitionLock lock = file.write(offer.features());
            int count = lock.digests().size();
            io.out()
                    .println(path + " pins " + count + (count == 1 ? " definition" : " definitions") + ": sha256 "
                            + lock.catalogue());
        }
        io.out().flush();
        return ExitCode.OK;
    }

    static ExitCode lint(Arguments arguments, Offer offer, Io io) throws CommandFailure {
        arguments.refuseWordsBeyond(0);
        List<Definition> definitions = Definition.of(offer.features());
        List<Finding> findings = DefinitionLint.of(definitions);
        findings.forEach(finding -> io.out().println(ShownText.of(finding.toString())));
        long errors = findings.stream().filter(Finding::error).count();
        io.out()
                .println(definitions.size()
                        + (definitions.size() == 1 ? " definition, " : " definitions, ")
                        + errors
                        + (errors == 1 ? " error, " : " errors, ")
                        + (findings.size() - errors)
                        + (findings.size() - errors == 1 ? " warning" : " warnings"));
        io.out().flush();
        boolean strict = arguments.has("--strict");
        return errors > 0 || (strict && !findings.isEmpty()) ? ExitCode.TOOL : ExitCode.OK;
    }
}
