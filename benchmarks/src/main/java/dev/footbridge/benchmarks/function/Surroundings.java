package dev.footbridge.benchmarks.function;

import com.nimbusds.jose.JOSEException;
import dev.footbridge.benchmarks.guard.Issuer;
import dev.footbridge.testkit.FakeTables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * What a function that is measured talks to, in a process of its own: an issuer with its keys, and a table. It stages
 * an empty function, prints the words for {@link Loads} and the environment, and stays until its standard input ends.
 *
 * <p>Usage: {@code Surroundings FOLDER}, where {@code FOLDER/ours} is a copy of what is deployed.
 */
final class Surroundings {

    private Surroundings() {}

    public static void main(String[] words) throws IOException, JOSEException {
        Path folder = Path.of(words[0]);
        Issuer issuer = Issuer.rsa();
        FakeTables tables = new FakeTables();
        stage(folder.resolve("empty"));
        Files.writeString(folder.resolve("ours/footbridge.yaml"), settings(issuer));
        System.out.println("TOKEN=" + issuer.token());
        System.out.println("AzureWebJobsStorage=AccountName=account;AccountKey=a2V5;TableEndpoint=" + tables.address());
        System.out.println("FOOTBRIDGE_PUBLIC_URL=" + Issuer.RESOURCE);
        System.out.println();
        System.out.flush();
        while (System.in.read() >= 0) {
            // until the one who started this ends
        }
        System.exit(0);
    }

    /** JSON, as docs/policy.md says of functions: as YAML it costs a library more. */
    private static String settings(Issuer issuer) {
        return """
            {
              "version": 1,
              "oauth": { "resource": "%s", "issuers": [{ "issuer": "%s", "jwks": "%s" }] },
              "policy": { "rules": [
                { "id": "readers", "tools": "greet", "allow": "*", "scopes": ["parcels:weigh"] }
              ] },
              "limits": { "rules": [{ "id": "each", "per": "caller", "rate": "100/s", "burst": 1000 }] }
            }
            """.formatted(Issuer.RESOURCE, issuer.url(), issuer.jwks());
    }

    private static void stage(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(
                folder.resolve("host.json"),
                "{\"version\": \"2.0\", \"extensions\": {\"http\": {\"routePrefix\": \"\"}}}");
        Files.writeString(folder.resolve("empty/function.json"), """
                {"scriptFile": "../empty.jar",
                 "entryPoint": "dev.footbridge.benchmarks.function.EmptyFunction.run",
                 "bindings": [
                   {"type": "httpTrigger", "direction": "in", "name": "req", "route": "{*path}",
                    "methods": ["post"], "authLevel": "anonymous"},
                   {"type": "http", "direction": "out", "name": "$return"}]}
                """);
        String name = "dev/footbridge/benchmarks/function/EmptyFunction.class";
        try (OutputStream file = Files.newOutputStream(folder.resolve("empty.jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.putNextEntry(new JarEntry(name));
            Objects.requireNonNull(Surroundings.class.getClassLoader().getResourceAsStream(name))
                    .transferTo(jar);
            jar.closeEntry();
        }
    }
}
