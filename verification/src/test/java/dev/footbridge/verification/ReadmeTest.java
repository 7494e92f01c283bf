package dev.footbridge.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people copy from the README has to compile. */
class ReadmeTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyPieceOfJavaCompiles(@TempDir Path classes) throws IOException {
        Matcher pieces = JAVA.matcher(Files.readString(Path.of("..", "README.md")));
        int count = 0;
        while (pieces.find()) {
            count++;
            assertThat(complaints(pieces.group(1), classes)).isEmpty();
        }
        assertThat(count).isEqualTo(2);
    }

    private static String complaints(String piece, Path classes) {
        String source = """
                import dev.footbridge.argument.*;
                import dev.footbridge.call.*;
                import dev.footbridge.feature.*;
                class Piece {
                    interface Weather { String forecast(String city, long days); }
                    Weather weather;
                    Call call;
                    String id;
                    void run() {
                        %s
                    }
                }
                """.formatted(piece);
        JavaFileObject file = new SimpleJavaFileObject(URI.create("string:///Piece.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
        StringWriter said = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        boolean compiled =
                compiler.getTask(said, null, null, options, null, List.of(file)).call();
        return compiled ? "" : said.toString();
    }
}
