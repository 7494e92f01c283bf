package dev.footbridge.local.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The files of a new project. Each is written from a template in the folder {@code new}, which reads as the file of a
 * project {@code my-tools} in the package {@code com.example.tools}; those two names are replaced, and so is
 * {@code my-stack}. What brings a project to AWS is this house's own, with its own names changed.
 */
record ProjectFiles(ProjectNames names) {

    private static final String ARTIFACT = "my-tools";
    private static final String STACK = "my-stack";
    private static final String HOME = "com.example.tools";
    private static final String MAIN = "src/main/java/" + HOME.replace('.', '/') + "/";
    private static final String TEST = "src/test/java/" + HOME.replace('.', '/') + "/";

    private static final Map<String, String> FUNCTION =
            Map.of("dev.footbridge.dist.lambda.LambdaMain", HOME + ".Lambda");

    /**
     * One file of the project.
     *
     * @param template its name in the folder of templates
     * @param path where it goes
     * @param changes of a file that is this house's own: what is there, and what a project has instead
     */
    private record Template(String template, String path, Map<String, String> changes) {

        Template(String template, String path) {
            this(template, path, Map.of());
        }
    }

    /** What a project is made of: another place to deploy it to is another few lines here. */
    private static final List<Template> TEMPLATES = List.of(
            new Template("pom.xml", "pom.xml"),
            new Template("README.md", "README.md"),
            new Template("gitignore", ".gitignore"),
            new Template("NoteTools.java", MAIN + "NoteTools.java"),
            new Template("Server.java", MAIN + "Server.java"),
            new Template("NoteToolsTest.java", TEST + "NoteToolsTest.java"),
            new Template("ServerTest.java", TEST + "ServerTest.java"),
            new Template("Lambda.java", MAIN + "Lambda.java"),
            new Template("samconfig.toml", "samconfig.toml", Map.of("\"footbridge\"", "\"" + STACK + "\"")),
            new Template(
                    "template.yaml",
                    "template.yaml",
                    Map.of(
                            "# Footbridge on AWS",
                            "# my-tools on AWS",
                            "docs/aws.md walks through it.",
                            "docs/aws.md of Footbridge walks through it.",
                            "#   mvn -pl dist -am package        makes dist/target/footbridge-lambda.zip",
                            "#   mvn package                     makes target/my-tools-lambda.zip",
                            "verification/template checks",
                            "verification/template of Footbridge checks",
                            "Description: A Footbridge MCP server",
                            "Description: The MCP server my-tools",
                            "CodeUri: dist/target/footbridge-lambda.zip",
                            "CodeUri: target/my-tools-lambda.zip",
                            "Handler: dev.footbridge.dist.lambda.LambdaEntry",
                            "Handler: " + HOME + ".Lambda",
                            "claude mcp add footbridge",
                            "claude mcp add " + STACK,
                            "--transport http footbridge",
                            "--transport http " + STACK)),
            new Template(
                    "lambda.xml",
                    "src/main/assembly/lambda.xml",
                    Map.of(
                            "        <include>dev/footbridge/dist/lambda/**</include>\n",
                            "        <include>**</include>\n")),
            new Template("start.sh", "src/main/lambda/start.sh", FUNCTION),
            new Template("stream.sh", "src/main/lambda/stream.sh"),
            new Template("archived.sh", "src/main/lambda/archived.sh"),
            new Template("bootstrap", "src/main/lambda/bootstrap"));

    /** Scripts of this house that do for a project what they do here. */
    private static final List<String> SCRIPTS = List.of("footbridge", "lambda-forms");

    /** Whatever has been written when this fails stays. */
    void writeTo(Path folder) throws IOException {
        for (Template template : TEMPLATES) {
            write(folder.resolve(template.path().replace(HOME.replace('.', '/'), names.path())), filled(template));
        }
        for (String name : SCRIPTS) {
            Path script = write(folder.resolve(name), text(name));
            if (!script.toFile().setExecutable(true, false)) {
                throw new FileSystemException(script.toString(), null, "cannot be made executable");
            }
        }
    }

    private static Path write(Path file, String text) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return Files.writeString(file, text);
    }

    private String filled(Template template) throws IOException {
        String text = text(template.template());
        for (Map.Entry<String, String> change : template.changes().entrySet()) {
            if (!text.contains(change.getKey())) {
                throw new FileSystemException(template.template(), null, "has no " + change.getKey());
            }
            text = text.replace(change.getKey(), change.getValue());
        }
        return text.replace(HOME, names.home())
                .replace(ARTIFACT, names.artifact())
                .replace(STACK, names.stack());
    }

    private static String text(String name) throws IOException {
        try (InputStream stream = ProjectFiles.class.getResourceAsStream("new/" + name)) {
            if (stream == null) {
                throw new FileSystemException(name, null, "is not in this build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
