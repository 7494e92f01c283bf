package dev.footbridge.local.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What is deployed: Footbridge itself with its app, or a project.
 *
 * @param home the folder with the template
 * @param sources what goes into the package, relative to it
 */
public record Place(Path home, List<String> sources) {

    public Place {
        sources = List.copyOf(sources);
    }

    /** As the launcher says; without it the folder one is in. */
    public static Place ofProcess() {
        String sources = System.getProperty("footbridge.sources", "pom.xml src/main");
        return new Place(Path.of(System.getProperty("footbridge.home", ".")), Arrays.asList(sources.split(" ", -1)));
    }

    public Path template() {
        return home.resolve("template.yaml");
    }

    /** What Azure deploys. */
    public Path bicep() {
        return home.resolve("infra/main.bicep");
    }

    /** What makes the package. */
    public String build() {
        return isHouse() ? "mvn -B -ntp -pl dist -am -DskipTests package" : "mvn -B -ntp -DskipTests package";
    }

    /**
     * What makes the package, and puts a form of it with an archive in its place.
     *
     * @param guarded for a function with settings
     */
    public String form(String name, boolean guarded) {
        return (isHouse() ? "dist/lambda-forms " : "./lambda-forms ") + name + " --in-place"
                + (guarded ? " --guarded" : "");
    }

    /**
     * Where it is said why each library is in the package, relative to home.
     *
     * @param list the file's own name
     */
    public Path reasons(String list) {
        return Path.of(isHouse() ? "dist" : "", "src/main/assembly", list);
    }

    /**
     * What is in this folder goes into the package as it is.
     *
     * @param folder of the cloud: {@code lambda} or {@code azure}
     */
    public Path packaged(String folder) {
        return Path.of(isHouse() ? "dist" : "", "src/main", folder);
    }

    private boolean isHouse() {
        return Files.exists(home.resolve("dist/pom.xml"));
    }
}
