package dev.footbridge.local.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of a new project. Each is written from a template in the folder {@code new}, which reads as the file of a
 * project {@code my-tools} in the package {@code com.example.tools}; those two names are replaced, and nothing else.
 */
record ProjectFiles(ProjectNames names) {

    private static final String ARTIFACT = "my-tools";
    private static final String HOME = "com.example.tools";
    private static final String MAIN = "src/main/java/" + HOME.replace('.', '/') + "/";
    private static final String TEST = "src/test/java/" + HOME.replace('.', '/') + "/";

    /**
     * One file of the project.
     *
     * @param template its name in the folder of templates
     * @param path where it goes
     */
    private record Template(String template, String path) {}

    /** What a project is made of: another place to deploy it to is another few lines here. */
    private static final List<Template> TEMPLATES = List.of(
            new Template("pom.xml", "pom.xml"),
            new Template("README.md", "README.md"),
            new Template("gitignore", ".gitignore"),
            new Template("NoteTools.java", MAIN + "NoteTools.java"),
            new Template("Server.java", MAIN + "Server.java"),
            new Template("NoteToolsTest.java", TEST + "NoteToolsTest.java"),
            new Template("ServerTest.java", TEST + "ServerTest.java"));

    /** The script beside the sources of this one starts a project as well. */
    private static final String LAUNCHER = "footbridge";

    /** Whatever has been written when this fails stays. */
    void writeTo(Path folder) throws IOException {
        for (Template template : TEMPLATES) {
            write(folder.resolve(template.path().replace(HOME.replace('.', '/'), names.path())), filled(template));
        }
        Path launcher = write(folder.resolve(LAUNCHER), text(LAUNCHER));
        if (!launcher.toFile().setExecutable(true, false)) {
            throw new FileSystemException(launcher.toString(), null, "cannot be made executable");
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
        return text(template.template()).replace(HOME, names.home()).replace(ARTIFACT, names.artifact());
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
