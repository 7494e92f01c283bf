package dev.footbridge.local.command;

import dev.footbridge.local.deploy.FunctionPackage;
import dev.footbridge.local.deploy.JarReasons;
import dev.footbridge.local.deploy.Overrides;
import dev.footbridge.local.deploy.Parameters;
import dev.footbridge.local.deploy.Place;
import dev.footbridge.local.deploy.Remark;
import dev.footbridge.text.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** {@code deploy}: what a deployment needs and which commands make it. It deploys nothing itself. */
final class DeployCommand {

    private final Place place;
    private final Io io;
    private final Cloud cloud;

    private DeployCommand(Place place, Io io, Cloud cloud) {
        this.place = place;
        this.io = io;
        this.cloud = cloud;
    }

    /** @param tools the names of all that the function offers */
    static ExitCode run(Arguments arguments, Place place, Collection<String> tools, Io io) throws CommandFailure {
        List<String> words = arguments.words();
        if (words.isEmpty()) {
            throw CommandFailure.usage("deploy where? '" + io.launcher() + " deploy aws --dry-run', or azure");
        }
        String name = words.get(0);
        Map<String, Cloud> clouds =
                new TreeMap<>(Map.of("aws", new AwsCloud(place, tools, io), "azure", new AzureCloud(place, tools, io)));
        Cloud cloud = clouds.get(name);
        if (cloud == null) {
            throw CommandFailure.usage("there is no cloud " + name + Nearest.hintAndStop(name, clouds.keySet())
                    + " There are " + String.join(" and ", clouds.keySet()));
        }
        DeployCommand command = new DeployCommand(place, io, cloud);
        if (arguments.has("--contents")) {
            arguments.refuseWordsBeyond(1);
            return command.contents();
        }
        if (!arguments.has("--dry-run")) {
            throw CommandFailure.usage("this deploys nothing itself: '" + cloud.deploysBy() + "' does, and '"
                    + io.launcher() + " deploy " + name + " --dry-run' says whether "
                    + (cloud.deploysBy().contains("&&") ? "they" : "it") + " can");
        }
        return command.dryRun(words.subList(1, words.size()));
    }

    private ExitCode dryRun(List<String> pairs) throws CommandFailure {
        Parameters template = cloud.parameters();
        List<Remark> remarks = new ArrayList<>();
        try {
            remarks.addAll(cloud.remarks(pairs));
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
                                ? "Ready. These commands deploy it:"
                                : "Not ready: " + missing + (missing == 1 ? " thing is" : " things are")
                                        + " missing, see above. Once that is mended, these commands deploy it:");
        io.out()
                .println("  cd "
                        + Io.shellWord(place.home().toAbsolutePath().normalize().toString()));
        cloud.commands(new Overrides(pairs).accepted(template))
                .forEach(line -> io.out().println("  " + line));
        io.out().flush();
        return missing == 0 ? ExitCode.OK : ExitCode.TOOL;
    }

    private static List<String> problems(Parameters template, List<String> pairs) throws CommandFailure {
        try {
            return new Overrides(pairs).problems(template, Nearest::hint);
        } catch (IllegalArgumentException unknown) {
            throw CommandFailure.start("the template: " + unknown.getMessage());
        }
    }

    private ExitCode contents() throws CommandFailure {
        Cloud.NamedPackage whole = cloud.contents();
        if (!whole.content().exists()) {
            throw CommandFailure.start("the package " + whole.name() + " is not built: " + place.build());
        }
        try {
            return print(
                    whole,
                    whole.content()
                            .parts(JarReasons.read(
                                    whole.reasons(), place.home().resolve(place.reasons(whole.reasons())))));
        } catch (IOException unreadable) {
            throw CommandFailure.start("the package " + whole.name() + " cannot be read");
        }
    }

    private ExitCode print(Cloud.NamedPackage whole, List<FunctionPackage.Part> parts) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (FunctionPackage.Part part : parts) {
            rows.add(List.of(
                    String.format(Locale.ROOT, "%6d KB", (part.bytes() + 1023) / 1024),
                    part.name(),
                    part.why().orElse("?")));
        }
        new Table(List.of("packed", "what", "whose it is, and why it is there"), rows)
                .lines(io.style())
                .forEach(io.out()::println);
        io.out()
                .println(whole.name() + ": "
                        + FunctionPackage.megabytes(whole.content().bytes()) + ", of "
                        + FunctionPackage.megabytes(FunctionPackage.MOST_BYTES) + " at most");
        List<String> strangers = parts.stream()
                .filter(part -> part.why().isEmpty())
                .map(FunctionPackage.Part::name)
                .toList();
        strangers.forEach(name -> io.err()
                .println("footbridge: nobody says why " + name + " is there: a line in "
                        + place.reasons(whole.reasons()) + " does"));
        if (whole.content().isTooLarge()) {
            io.err().println("footbridge: the package is too large");
        }
        return strangers.isEmpty() && !whole.content().isTooLarge() ? ExitCode.OK : ExitCode.TOOL;
    }
}
