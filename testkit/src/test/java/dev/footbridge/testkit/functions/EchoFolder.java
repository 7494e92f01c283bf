package dev.footbridge.testkit.functions;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Stages {@link Echo} as a build does. */
final class EchoFolder {

    static final String TRIGGER = """
            {"type":"httpTrigger","direction":"in","name":"req","route":"{*path}","methods":["get","post","HEAD"],
             "authLevel":"anonymous"}""";
    static final String OUT = "{\"type\":\"http\",\"direction\":\"out\",\"name\":\"$return\"}";

    private final Path folder;

    EchoFolder(Path folder) throws IOException {
        this.folder = folder;
        write("host.json", "{\"version\":\"2.0\",\"extensions\":{\"http\":{\"routePrefix\":\"\"}}}");
        function("echo", "../echo-1.jar", Echo.class.getName() + ".answer", TRIGGER + "," + OUT);
        jar("echo-1.jar", Echo.class);
        jar("lib/injector-1.jar", EchoInjector.class);
    }

    StagedFolder staged() {
        return new StagedFolder(folder);
    }

    EchoFolder write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, text);
        return this;
    }

    EchoFolder delete(String name) throws IOException {
        Files.delete(folder.resolve(name));
        return this;
    }

    EchoFolder function(String name, String scriptFile, String entryPoint, String bindings) throws IOException {
        return write(
                name + "/function.json",
                "{\"scriptFile\":\"" + scriptFile + "\",\"entryPoint\":\"" + entryPoint + "\",\"bindings\":[" + bindings
                        + "]}");
    }

    /** A jar with a class, and with the service if the class is one. */
    EchoFolder jar(String name, Class<?> type) throws IOException {
        return jar(name, type, type == EchoInjector.class ? type.getName() : "");
    }

    EchoFolder jar(String name, Class<?> type, String service) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out)) {
            String entry = type.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(entry));
            try (InputStream content = EchoFolder.class.getClassLoader().getResourceAsStream(entry)) {
                if (content == null) {
                    throw new IOException(entry);
                }
                content.transferTo(jar);
            }
            if (!service.isEmpty()) {
                jar.putNextEntry(new JarEntry(
                        "META-INF/services/com.microsoft.azure.functions.spi.inject.FunctionInstanceInjector"));
                jar.write(service.getBytes(StandardCharsets.UTF_8));
            }
        }
        return this;
    }
}
