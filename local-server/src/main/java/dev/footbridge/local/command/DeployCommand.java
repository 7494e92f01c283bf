package dev.footbridge.local.command;

import dev.footbridge.local.deploy.AwsCheckup;
import dev.footbridge.local.deploy.FunctionZip;
import dev.footbridge.local.deploy.JarReasons;
import dev.footbridge.local.deploy.Overrides;
import dev.footbridge.local.deploy.Place;
import dev.footbridge.local.deploy.Programs;
import dev.footbridge.local.deploy.Remark;
import dev.footbridge.local.deploy.Template;
import dev.footbridge.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code deploy}: what a deployment needs and which commands make it. It deploys nothing itself. */
final class DeployCommand {

    private static final List<String> CLOUDS = List.of("aws");

    private final Place place;
    private final Io io;

    private DeployCommand(Place place, Io io) {
        this.place = place;
        this.io = io;
    }

    static ExitCode run(Arguments arguments, Place place, Io io) throws CommandFailure {
        List<String> words = arguments.words();
        if (words.isEmpty()) {
            throw CommandFailure.usage("deploy where? '" + io.launcher() + " deploy aws --dry-run'");
        }
        if (!CLOUDS.contains(words.get(0))) {
            throw CommandFailure.usage(
                    "there is no cloud " + words.get(0) + Nearest.hintAndStop(words.get(0), CLOUDS) + " There is aws");
        }
        List<String> pairs = words.subList(1, words.size());
        DeployCommand command = new DeployCommand(place, io);
        if (arguments.has("--contents")) {
            arguments.refuseWordsBeyond(1);
            return command.contents();
        }
        if (!arguments.has("--dry-run")) {
            throw CommandFailure.usage("this deploys nothing itself: 'sam build && sam deploy' does, and '"
                    + io.launcher() + " deploy aws --dry-run' says whether they can");
        }
        return command.dryRun(pairs);
    }

    private ExitCode dryRun(List<String> pairs) throws CommandFailure {
        Template template = template();
        List<Remark> remarks = new ArrayList<>();
        try {
            remarks.addAll(new AwsCheckup(place, template, new Programs(io.env())).remarks());
        } catch (IOException unreadable) {
            throw CommandFailure.start("what is in " + place.home() + " cannot be read");
        }
        List<String> problems = problems(template, pairs);
        problems.forEach(problem -> remarks.add(Remark.missing("right parameters: " + problem)));
        if (problems.isEmpty()) {
            remarks.add(Remark.ok(pairs.isEmpty() ? "parameters, all by default" : "parameters"));
        }
        remarks.forEach(remark -> io.out()
                .println(String.format(
                        Locale.ROOT, "%-8s %s", remark.level().name().toLowerCase(Locale.ROOT), remark.text())));
        io.out().println();
        long missing = remarks.stream()
                .filter(remark -> remark.level() == Remark.Level.MISSING)
                .count();
        io.out()
                .println(
                        missing == 0
                                ? "Ready. What deploys it:"
                                : "Not ready: " + missing + (missing == 1 ? " thing is" : " things are")
                                        + " missing. Then, what deploys it:");
        commands(pairs).forEach(line -> io.out().println("  " + line));
        io.out().flush();
        return missing == 0 ? ExitCode.OK : ExitCode.TOOL;
    }

    private Template template() throws CommandFailure {
        Path file = place.template();
        try {
            return Template.read(file);
        } catch (IOException unreadable) {
            throw CommandFailure.start("the template " + file + " cannot be read");
        } catch (SettingsException wrong) {
            throw CommandFailure.start("the template " + file + ": " + String.join("; ", wrong.problems()));
        }
    }

    private static List<String> problems(Template template, List<String> pairs) throws CommandFailure {
        try {
            return new Overrides(pairs).problems(template, Nearest::hint);
        } catch (IllegalArgumentException unknown) {
            throw CommandFailure.start("the template: " + unknown.getMessage());
        }
    }

    private List<String> commands(List<String> pairs) {
        String overrides = pairs.stream().map(DeployCommand::word).collect(Collectors.joining(" "));
        return List.of(
                "cd " + Io.shellWord(place.home().toAbsolutePath().normalize().toString()),
                place.build(),
                "sam build",
                overrides.isEmpty() ? "sam deploy" : "sam deploy --parameter-overrides " + overrides,
                "sam list stack-outputs --output table");
    }

    private static String word(String pair) {
        String word = Overrides.word(pair);
        int value = word.indexOf('=') + 1;
        return word.substring(0, value) + Io.shellWord(word.substring(value));
    }

    private ExitCode contents() throws CommandFailure {
        String uri = template()
                .codeUri()
                .orElseThrow(() -> CommandFailure.start("template.yaml names no package in CodeUri"));
        FunctionZip zip = new FunctionZip(place.home().resolve(uri));
        if (!zip.exists()) {
            throw CommandFailure.start("the package " + uri + " is not built: " + place.build());
        }
        try {
            return print(uri, zip, zip.parts(JarReasons.read(place.home().resolve(place.reasons()))));
        } catch (IOException unreadable) {
            throw CommandFailure.start("the package " + uri + " cannot be read");
        }
    }

    private ExitCode print(String uri, FunctionZip zip, List<FunctionZip.Part> parts) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (FunctionZip.Part part : parts) {
            rows.add(List.of(
                    String.format(Locale.ROOT, "%6d KB", (part.bytes() + 1023) / 1024),
                    part.name(),
                    part.why().orElse("?")));
        }
        new Table(List.of("packed", "what", "whose it is, and why it is there"), rows)
                .lines(io.style())
                .forEach(io.out()::println);
        io.out()
                .println(uri + ": " + AwsCheckup.megabytes(zip.bytes()) + ", of "
                        + AwsCheckup.megabytes(FunctionZip.MOST_BYTES) + " at most");
        List<String> strangers = parts.stream()
                .filter(part -> part.why().isEmpty())
                .map(FunctionZip.Part::name)
                .toList();
        strangers.forEach(name -> io.err()
                .println("footbridge: nobody says why " + name + " is there: a line in " + place.reasons() + " does"));
        if (zip.isTooLarge()) {
            io.err().println("footbridge: the package is too large");
        }
        return strangers.isEmpty() && !zip.isTooLarge() ? ExitCode.OK : ExitCode.TOOL;
    }
}
