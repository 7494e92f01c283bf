package dev.footbridge.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether everything is there that {@code sam deploy} needs. It asks nothing of AWS. */
public final class AwsCheckup {

    private static final String INSTALL_SAM = "pip install aws-sam-cli, or see"
            + " https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/install-sam-cli.html";

    private static final Pattern REGION = Pattern.compile("(?m)^\\s*region\\s*=");

    /** Where the function itself checks who calls. */
    private static final Set<String> OWN_DOORS = Set.of("function-url-oauth", "rest-api-oauth");

    private final Place place;
    private final Template template;
    private final Programs programs;
    private final Collection<String> tools;
    private final List<Remark> remarks = new ArrayList<>();

    /** @param tools the names of all that the function offers */
    public AwsCheckup(Place place, Template template, Programs programs, Collection<String> tools) {
        this.place = place;
        this.template = template;
        this.programs = programs;
        this.tools = tools;
    }

    /** @param values of the parameters, those by default too */
    public List<Remark> remarks(Map<String, String> values) throws IOException {
        Toolbox toolbox = new Toolbox(place.home(), programs, remarks);
        toolbox.builders();
        sam(toolbox);
        account();
        zip(values);
        return List.copyOf(remarks);
    }

    private void sam(Toolbox toolbox) {
        if (programs.find("sam").isEmpty()) {
            remarks.add(Remark.note("the template was read here only; 'sam validate --lint' knows more"));
        }
        Optional<Path> sam = toolbox.versioned("sam", "SAM CLI", 1, 170, "--version", INSTALL_SAM);
        if (sam.isPresent()) {
            Programs.Said valid =
                    programs.run(place.home(), sam.get(), "validate", "--lint", "--template", "template.yaml");
            remarks.add(
                    valid.done()
                            ? Remark.ok("template.yaml, says sam validate --lint")
                            : Remark.missing("a valid template: sam validate --lint says: " + valid.lastLine()));
        }
    }

    /** Looked for, not looked into: whether they work only AWS can say. */
    private void account() throws IOException {
        Map<String, String> env = programs.env();
        Path home = Path.of(env.getOrDefault("HOME", "/"));
        Path config = Path.of(
                env.getOrDefault("AWS_CONFIG_FILE", home.resolve(".aws/config").toString()));
        Path secrets = Path.of(env.getOrDefault(
                "AWS_SHARED_CREDENTIALS_FILE", home.resolve(".aws/credentials").toString()));
        boolean region = has("AWS_REGION")
                || has("AWS_DEFAULT_REGION")
                || mentions(config, REGION)
                || mentions(place.home().resolve("samconfig.toml"), REGION);
        remarks.add(
                region
                        ? Remark.ok("a region")
                        : Remark.note("no region is set: export AWS_DEFAULT_REGION=eu-central-1, or another one"));
        boolean credentials = has("AWS_ACCESS_KEY_ID")
                || has("AWS_PROFILE")
                || has("AWS_WEB_IDENTITY_TOKEN_FILE")
                || has("AWS_CONTAINER_CREDENTIALS_FULL_URI")
                || Files.exists(secrets)
                || Files.exists(config);
        remarks.add(
                credentials
                        ? Remark.ok("credentials, or what leads to them; only AWS can say whether they work")
                        : Remark.note(
                                "no credentials for AWS were found: 'aws configure' or 'aws sso login' makes some"));
        if (programs.find("aws").isEmpty()) {
            remarks.add(Remark.note(
                    "the AWS CLI is not on the PATH; deploying does without, some of docs/aws.md does not"));
        }
    }

    private boolean has(String variable) {
        return !programs.env().getOrDefault(variable, "").isBlank();
    }

    private static boolean mentions(Path file, Pattern pattern) throws IOException {
        return Files.isReadable(file) && pattern.matcher(Files.readString(file)).find();
    }

    private void zip(Map<String, String> values) throws IOException {
        Optional<String> uri = template.codeUri();
        if (uri.isEmpty()) {
            remarks.add(Remark.missing("a package: template.yaml names none in CodeUri"));
            return;
        }
        FunctionZip zip = new FunctionZip(place.home().resolve(uri.get()));
        if (!zip.exists()) {
            remarks.add(Remark.missing("the package " + uri.get() + ", which '" + place.build() + "' makes"));
            return;
        }
        Optional<Path> changed = zip.changed(place.home(), place.sources());
        Optional<StartForm> form = StartForm.of(values, place);
        if (changed.isPresent()) {
            String maker = form.map(StartForm::command).orElse(place.build());
            remarks.add(Remark.missing("a new package: " + changed.get() + " has changed since " + uri.get()
                    + " was made; '" + maker + "' makes it again"));
            return;
        }
        remarks.add(form.isPresent() ? formed(zip, uri.get(), form.get()) : plain(zip, uri.get()));
        settings(zip, uri.get(), values);
    }

    private static Remark formed(FunctionZip zip, String uri, StartForm form) throws IOException {
        return form.isIn(zip)
                ? Remark.ok(uri + " for StartUp=" + form.name() + ", " + FunctionPackage.megabytes(zip.bytes()))
                : Remark.missing("a package for StartUp=" + form.name() + ": " + uri + " is not one; '" + form.command()
                        + "' makes it");
    }

    private Remark plain(FunctionZip zip, String uri) throws IOException {
        if (StartForm.isAny(zip)) {
            return Remark.missing("the plain package: " + uri + " is one for StartUp=archived or custom; '"
                    + place.build() + "' makes the plain one");
        }
        return zip.isTooLarge()
                ? Remark.missing("a smaller package: " + uri + " has " + FunctionPackage.megabytes(zip.bytes())
                        + ", of " + FunctionPackage.megabytes(FunctionPackage.MOST_BYTES) + " at most")
                : Remark.ok(uri + ", " + FunctionPackage.megabytes(zip.bytes()));
    }

    private void settings(FunctionZip zip, String uri, Map<String, String> values) throws IOException {
        String name = values.getOrDefault("Settings", "");
        if (name.isEmpty()) {
            return;
        }
        if (!zip.entries().containsKey(name)) {
            remarks.add(Remark.missing(
                    name + " in " + uri + ", which Settings names: it belongs into " + place.packaged("lambda")));
            return;
        }
        PackedSettings.Door door = OWN_DOORS.contains(values.getOrDefault("FrontDoor", ""))
                ? PackedSettings.Door.OWN
                : PackedSettings.Door.IN_FRONT;
        SecretAccess access = new AwsSecretAccess(template.variables(), values);
        remarks.addAll(new PackedSettings(name, tools, door, url(values)).remarks(zip.text(name), access));
    }

    /** As the template says it to the function, if it knows it. */
    private static Optional<String> url(Map<String, String> values) {
        String domain = values.getOrDefault("DomainName", "");
        String url = domain.isEmpty() ? values.getOrDefault("PublicUrl", "") : "https://" + domain + "/mcp";
        return Optional.of(url).filter(known -> !known.isEmpty());
    }
}
