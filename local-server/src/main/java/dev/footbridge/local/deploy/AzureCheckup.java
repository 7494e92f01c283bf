package dev.footbridge.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether everything is there that {@code azd up} needs. It asks nothing of Azure. */
public final class AzureCheckup {

    private static final String INSTALL_AZD = "See https://aka.ms/install-azd";

    private static final String SETTINGS = "settingsFile";

    private final Place place;
    private final AzdProject project;
    private final Programs programs;
    private final Collection<String> tools;
    private final List<Remark> remarks = new ArrayList<>();

    /** @param tools the names of all that the function offers */
    public AzureCheckup(Place place, AzdProject project, Programs programs, Collection<String> tools) {
        this.place = place;
        this.project = project;
        this.programs = programs;
        this.tools = tools;
    }

    /** @param values of parameters, as far as they are known */
    public List<Remark> remarks(Map<String, String> values) throws IOException {
        Toolbox toolbox = new Toolbox(place.home(), programs, remarks);
        toolbox.builders();
        // Its Bicep is the first that knows onlyIfNotExists, without which every deployment would make a new sealing
        // key.
        toolbox.versioned("azd", "Azure Developer CLI", 1, 20, "version", INSTALL_AZD);
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
    private void files(Map<String, String> values) throws IOException {
        for (String parameter : List.of(SETTINGS, "clientAuthorities")) {
            String name = values.getOrDefault(parameter, "");
            Path file = place.home().resolve(place.packaged("azure")).resolve(name);
            if (!name.isEmpty() && !Files.isRegularFile(file)) {
                remarks.add(
                        Remark.missing(name + " in " + place.packaged("azure") + ", which " + parameter + " names"));
            } else if (parameter.equals(SETTINGS) && !name.isEmpty()) {
                settings(name, Files.readString(file), values);
            }
        }
    }

    private void settings(String name, String yaml, Map<String, String> values) throws IOException {
        SecretAccess access = AzureSecretAccess.read(place.home().resolve("infra/app.bicep"));
        remarks.addAll(new PackedSettings(name, tools, door(values), Optional.of(url(values))).remarks(yaml, access));
    }

    private static PackedSettings.Door door(Map<String, String> values) {
        if (!values.getOrDefault("auth", "").equals("settings")) {
            return PackedSettings.Door.IN_FRONT;
        }
        return values.getOrDefault("table", "").isEmpty()
                ? PackedSettings.Door.OWN_WITHOUT_TABLE
                : PackedSettings.Door.OWN;
    }

    /** Azure tells the function its own, which nobody knows before. */
    private static String url(Map<String, String> values) {
        String host = values.getOrDefault("customDomain", "");
        String url = values.getOrDefault("publicUrl", "");
        return url.isEmpty() ? "https://" + (host.isEmpty() ? "name.azurewebsites.net" : host) + "/mcp" : url;
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
