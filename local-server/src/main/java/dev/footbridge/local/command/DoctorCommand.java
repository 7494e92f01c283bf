package dev.footbridge.local.command;

import dev.footbridge.oauth.IssuerCheckup;
import dev.footbridge.oauth.OAuthSettings;
import dev.footbridge.oauth.Remark;
import dev.footbridge.oauth.Remark.Level;
import dev.footbridge.settings.Settings;
import dev.footbridge.settings.SettingsException;
import dev.footbridge.text.ShownText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code doctor}: whether everything that a server with these settings needs is there and as it must be. */
final class DoctorCommand {

    private DoctorCommand() {}

    static ExitCode run(Arguments arguments, Offer offer, Io io) throws CommandFailure {
        arguments.refuseWordsBeyond(0);
        Path file = Path.of(arguments.one("--settings").orElse("footbridge.yaml"));
        List<Remark> remarks = new ArrayList<>(TlsCheckup.remarks(arguments, io.env(), Instant.now()));
        remarks.addAll(remarks(file, arguments, offer, io));
        for (Level level : Level.values()) {
            remarks.stream()
                    .filter(remark -> remark.level() == level)
                    .forEach(remark -> io.out().println(line(remark)));
        }
        io.out().flush();
        boolean ill = remarks.stream().anyMatch(remark -> remark.level() == Level.PROBLEM);
        return ill ? ExitCode.TOOL : ExitCode.OK;
    }

    private static List<Remark> remarks(Path file, Arguments arguments, Offer offer, Io io) throws CommandFailure {
        try {
            return remarks(Settings.read(file, SettingsFile.anywhere(io.env())), arguments, offer, io);
        } catch (SettingsException wrong) {
            // What is no pointer into the file is about the whole of it.
            return wrong.problems().stream()
                    .map(problem -> Remark.problem(problem.startsWith("/") ? problem : file + ": " + problem))
                    .toList();
        } catch (IOException unreadable) {
            throw CommandFailure.start("the file " + file + " cannot be read");
        }
    }

    private static List<Remark> remarks(Settings settings, Arguments arguments, Offer offer, Io io)
            throws CommandFailure {
        Checkup checkup = new Checkup(settings, io.env());
        Optional<OAuthSettings> oauth = settings.oauth();
        oauth.ifPresent(checkup::resource);
        checkup.policy(offer.features().tools().values());
        checkup.secrets();
        checkup.keyFiles(arguments.one("--keys"), offer.features());
        arguments.one("--audit").map(Path::of).ifPresent(checkup::auditFile);
        StatePlace.of(arguments, io.env(), io.stores()).ifPresent(checkup::state);
        List<Remark> remarks = new ArrayList<>(checkup.remarks());
        oauth.ifPresent(trusted -> remarks.addAll(IssuerCheckup.of(trusted)));
        return remarks;
    }

    /** What issuers say of themselves is text of strangers. */
    private static String line(Remark remark) {
        String level = remark.level().name().toLowerCase(Locale.ROOT);
        return String.format(Locale.ROOT, "%-8s ", level)
                + ShownText.of(remark.text()).replaceAll("\\R\\s*", " ");
    }
}
