package dev.footbridge.bridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people copy from docs/bridge-sdk.md has to compile. */
class DocumentTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExampleCompiles(@TempDir Path classes) throws IOException {
        Matcher example = JAVA.matcher(Files.readString(Path.of("..", "..", "docs", "bridge-sdk.md")));

        assertThat(example.find()).isTrue();
        assertThat(complaints(example.group(1), classes)).isEmpty();
    }

    private static String complaints(String example, Path classes) {
        String source = """
                import dev.footbridge.McpServer;
                import dev.footbridge.bridge.sdk.SdkFeatures;
                import dev.footbridge.feature.FeatureSet;
                import dev.footbridge.protocol.Implementation;
                import io.modelcontextprotocol.server.McpServerFeatures;
                import io.modelcontextprotocol.spec.McpSchema;
                import java.util.Map;
                class Example {
                    void run() {
                        %s
                    }
                }
                """.formatted(example);
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Example.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StringWriter said = new StringWriter();
        List<String> options =
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        boolean compiled = ToolProvider.getSystemJavaCompiler()
                .getTask(said, null, null, options, null, List.of(file))
                .call();
        return compiled ? "" : said.toString();
    }
}
