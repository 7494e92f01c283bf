package dev.footbridge.local.command;

import dev.footbridge.local.deploy.AwsCheckup;
import dev.footbridge.local.deploy.FunctionZip;
import dev.footbridge.local.deploy.Overrides;
import dev.footbridge.local.deploy.Place;
import dev.footbridge.local.deploy.Programs;
import dev.footbridge.local.deploy.Remark;
import dev.footbridge.local.deploy.StartForm;
import dev.footbridge.local.deploy.Template;
import dev.footbridge.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * AWS Lambda, by SAM and template.yaml.
 *
 * @param tools the names of all that the function offers
 */
record AwsCloud(Place place, Collection<String> tools, Io io) implements Cloud {

    @Override
    public String deploysBy() {
        return "sam build && sam deploy";
    }

    @Override
    public Template parameters() throws CommandFailure {
        Path file = place.template();
        try {
            return Template.read(file);
        } catch (IOException unreadable) {
            throw CommandFailure.start("the template " + file + " cannot be read");
        } catch (SettingsException wrong) {
            throw CommandFailure.start("the template " + file + ": " + String.join("; ", wrong.problems()));
        }
    }

    @Override
    public List<Remark> remarks(List<String> pairs) throws IOException, CommandFailure {
        return new AwsCheckup(place, parameters(), new Programs(io.env()), tools).remarks(values(pairs));
    }

    @Override
    public List<String> commands(List<String> pairs) throws CommandFailure {
        String overrides =
                pairs.stream().map(pair -> Overrides.word(pair, Io::shellWord)).collect(Collectors.joining(" "));
        Optional<StartForm> form = StartForm.of(values(pairs), place);
        return List.of(
                form.map(StartForm::command).orElse(place.build()),
                "sam build",
                overrides.isEmpty() ? "sam deploy" : "sam deploy --parameter-overrides " + overrides,
                "sam list stack-outputs --output table");
    }

    private Map<String, String> values(List<String> pairs) throws CommandFailure {
        return new Overrides(pairs).over(parameters());
    }

    @Override
    public NamedPackage contents() throws CommandFailure {
        String uri = parameters()
                .codeUri()
                .orElseThrow(() -> CommandFailure.start("template.yaml names no package in CodeUri"));
        return new NamedPackage(uri, new FunctionZip(place.home().resolve(uri)), "lambda-jars.txt");
    }
}
