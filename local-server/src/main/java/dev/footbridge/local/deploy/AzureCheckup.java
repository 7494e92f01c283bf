package dev.footbridge.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether everything is there that {@code azd up} needs. It asks nothing of Azure. */
public final class AzureCheckup {

    private static final String INSTALL_AZD = "See https://aka.ms/install-azd";

    private final Place place;
    private final AzdProject project;
    private final Programs programs;
    private final List<Remark> remarks = new ArrayList<>();

    public AzureCheckup(Place place, AzdProject project, Programs programs) {
        this.place = place;
        this.project = project;
        this.programs = programs;
    }

    /** @param values of parameters, as far as they are known */
    public List<Remark> remarks(Map<String, String> values) throws IOException {
        Toolbox tools = new Toolbox(place.home(), programs, remarks);
        tools.builders();
        // Its Bicep is the first that knows onlyIfNotExists, without which every deployment would make a new sealing
        // key.
        tools.versioned("azd", "Azure Developer CLI", 1, 20, "version", INSTALL_AZD);
        if (programs.find("az").isEmpty()) {
            remarks.add(Remark.note(
                    "the Azure CLI is not on the PATH; deploying does without, some of docs/azure.md does not"));
        }
        remarks.add(project.environment()
                .map(name -> Remark.ok("azd's environment " + name))
                .orElseGet(() -> Remark.note("azd has no environment here yet: 'azd env new' makes one")));
        files(values);
        folder(values.getOrDefault("streaming", "off").equals("on"));
        return List.copyOf(remarks);
    }

    /** Without one that is named the function starts, and answers everybody that it is not set up. */
    private void files(Map<String, String> values) {
        for (String parameter : List.of("settingsFile", "clientAuthorities")) {
            String name = values.getOrDefault(parameter, "");
            if (!name.isEmpty()
                    && !Files.isRegularFile(
                            place.home().resolve(place.packaged("azure")).resolve(name))) {
                remarks.add(
                        Remark.missing(name + " in " + place.packaged("azure") + ", which " + parameter + " names"));
            }
        }
    }

    private void folder(boolean streaming) throws IOException {
        Optional<String> dist = project.dist();
        if (dist.isEmpty()) {
            remarks.add(Remark.missing("a package: azure.yaml names none in dist"));
            return;
        }
        FunctionFolder folder = new FunctionFolder(place.home().resolve(dist.get()));
        if (!folder.exists()) {
            remarks.add(Remark.note(dist.get() + " is not built yet; azd builds it, and so does '" + place.build()
                    + "', after which it can be looked at here"));
            return;
        }
        if (folder.streams() != streaming) {
            remarks.add(Remark.missing("one form: what azure.yaml deploys "
                    + (streaming ? "does not stream" : "streams") + ", and streaming is " + (streaming ? "on" : "off")
                    + "; docs/azure.md says what goes together"));
        }
        List<String> problems = folder.problems();
        problems.forEach(problem -> remarks.add(Remark.missing("a whole package " + dist.get() + ": " + problem)));
        Optional<Path> changed = folder.changed(place.home(), place.sources());
        if (changed.isPresent()) {
            remarks.add(
                    Remark.note(changed.get() + " has changed since " + dist.get() + " was made; azd makes it again"));
        }
        if (folder.isTooLarge()) {
            remarks.add(Remark.missing("a smaller package: " + dist.get() + " has "
                    + FunctionPackage.megabytes(folder.bytes()) + ", of "
                    + FunctionPackage.megabytes(FunctionPackage.MOST_BYTES) + " at most"));
        } else if (problems.isEmpty()) {
            remarks.add(Remark.ok(dist.get() + ", " + FunctionPackage.megabytes(folder.bytes())));
        }
    }
}
