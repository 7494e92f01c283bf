package dev.footbridge.local.command;

import dev.footbridge.local.deploy.AzdProject;
import dev.footbridge.local.deploy.AzureCheckup;
import dev.footbridge.local.deploy.BicepTemplate;
import dev.footbridge.local.deploy.FunctionFolder;
import dev.footbridge.local.deploy.Overrides;
import dev.footbridge.local.deploy.Parameters;
import dev.footbridge.local.deploy.Place;
import dev.footbridge.local.deploy.Programs;
import dev.footbridge.local.deploy.Remark;
import dev.footbridge.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Azure Functions, by azd, azure.yaml and infra/main.bicep.
 *
 * @param tools the names of all that the function offers
 */
record AzureCloud(Place place, Collection<String> tools, Io io) implements Cloud {

    @Override
    public String deploysBy() {
        return "azd up";
    }

    /** What azd's environment sets already counts as what happens if nothing is said. */
    @Override
    public Parameters parameters() throws CommandFailure {
        try {
            return BicepTemplate.read(Files.readString(place.bicep()))
                    .with(project().values());
        } catch (NoSuchFileException none) {
            throw CommandFailure.start("there is no " + place.bicep()
                    + ": what Azure needs is in Footbridge itself, and in no project yet");
        } catch (IOException unreadable) {
            throw CommandFailure.start("the template " + place.bicep() + " cannot be read");
        } catch (IllegalArgumentException unknown) {
            throw CommandFailure.start("the template " + place.bicep() + ": " + unknown.getMessage());
        }
    }

    @Override
    public List<Remark> remarks(List<String> pairs) throws IOException, CommandFailure {
        return new AzureCheckup(place, project(), new Programs(io.env()), tools)
                .remarks(new Overrides(pairs).over(parameters()));
    }

    @Override
    public List<String> commands(List<String> pairs) throws CommandFailure {
        AzdProject project = project();
        List<String> commands = new ArrayList<>(List.of("azd auth login"));
        if (project.environment().isEmpty()) {
            commands.add("azd env new NAME");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            commands.add("azd env set " + project.variables().getOrDefault(name, name) + " "
                    + Io.shellWord(pair.substring(equals + 1)));
        }
        commands.add("azd up");
        commands.add("azd env get-values");
        return commands;
    }

    @Override
    public NamedPackage contents() throws CommandFailure {
        String dist = project().dist().orElseThrow(() -> CommandFailure.start("azure.yaml names no package in dist"));
        return new NamedPackage(dist, new FunctionFolder(place.home().resolve(dist)), "azure-jars.txt");
    }

    private AzdProject project() throws CommandFailure {
        try {
            return AzdProject.read(place.home());
        } catch (IOException unreadable) {
            throw CommandFailure.start("azure.yaml, or what azd keeps beside it, cannot be read");
        } catch (SettingsException wrong) {
            throw CommandFailure.start("what azd reads: " + String.join("; ", wrong.problems()));
        }
    }
}
