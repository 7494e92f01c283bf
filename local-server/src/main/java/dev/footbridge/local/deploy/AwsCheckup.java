package dev.footbridge.local.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether everything is there that {@code sam deploy} needs. It asks nothing of AWS. */
public final class AwsCheckup {

    /** What docs/aws.md asks for. */
    private static final int[] SAM = {1, 170};

    private static final String INSTALL_SAM = "pip install aws-sam-cli, or see"
            + " https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/install-sam-cli.html";

    private static final Pattern VERSION = Pattern.compile("version (\\d{1,4})\\.(\\d{1,4})");
    private static final Pattern REGION = Pattern.compile("(?m)^\\s*region\\s*=");

    private final Place place;
    private final Template template;
    private final Programs programs;
    private final List<Remark> remarks = new ArrayList<>();

    public AwsCheckup(Place place, Template template, Programs programs) {
        this.place = place;
        this.template = template;
        this.programs = programs;
    }

    public List<Remark> remarks() throws IOException {
        java();
        program("mvn", "Maven");
        sam();
        account();
        zip();
        return List.copyOf(remarks);
    }

    private void java() {
        int release = Runtime.version().feature();
        Path javac = Path.of(System.getProperty("java.home", "")).resolve("bin/javac");
        remarks.add(
                Files.isExecutable(javac)
                        ? Remark.ok("JDK " + release)
                        : Remark.missing("a whole JDK: this Java " + release + " has no compiler"));
    }

    private void program(String name, String title) {
        remarks.add(
                programs.find(name).isPresent()
                        ? Remark.ok(title)
                        : Remark.missing(title + ": " + name + " is not on the PATH"));
    }

    private void sam() {
        Optional<Path> sam = programs.find("sam");
        if (sam.isEmpty()) {
            remarks.add(Remark.missing("the SAM CLI: sam is not on the PATH. " + INSTALL_SAM));
            remarks.add(Remark.note("the template was read here only; 'sam validate --lint' knows more"));
            return;
        }
        Programs.Said said = programs.run(place.home(), sam.get(), "--version");
        Matcher version = VERSION.matcher(said.text());
        if (!version.find()) {
            remarks.add(Remark.missing("the SAM CLI: " + sam.get() + " does not say its version: " + said.lastLine()));
            return;
        }
        int major = Integer.parseInt(version.group(1));
        int minor = Integer.parseInt(version.group(2));
        boolean known = major > SAM[0] || (major == SAM[0] && minor >= SAM[1]);
        remarks.add(
                known
                        ? Remark.ok("SAM CLI " + major + "." + minor)
                        : Remark.missing("a newer SAM CLI: it is " + major + "." + minor + " and has to be " + SAM[0]
                                + "." + SAM[1] + ". " + INSTALL_SAM));
        Programs.Said valid =
                programs.run(place.home(), sam.get(), "validate", "--lint", "--template", "template.yaml");
        remarks.add(
                valid.done()
                        ? Remark.ok("template.yaml, says sam validate --lint")
                        : Remark.missing("a valid template: sam validate --lint says: " + valid.lastLine()));
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

    private void zip() throws IOException {
        Optional<String> uri = template.codeUri();
        if (uri.isEmpty()) {
            remarks.add(Remark.missing("a package: template.yaml names none in CodeUri"));
            return;
        }
        FunctionZip zip = new FunctionZip(place.home().resolve(uri.get()));
        if (!zip.exists()) {
            remarks.add(Remark.missing("the package " + uri.get() + " is not built"));
            return;
        }
        Optional<Path> newer = zip.newer(place.home(), place.sources());
        if (newer.isPresent()) {
            remarks.add(Remark.missing("a package of today: " + newer.get() + " is newer than " + uri.get()));
        } else if (zip.isTooLarge()) {
            remarks.add(Remark.missing("a smaller package: " + uri.get() + " has " + megabytes(zip.bytes()) + ", of "
                    + megabytes(FunctionZip.MOST_BYTES) + " at most"));
        } else {
            remarks.add(Remark.ok(uri.get() + ", " + megabytes(zip.bytes())));
        }
    }

    /** In MB, to a tenth. */
    public static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / (1024.0 * 1024.0));
    }
}
