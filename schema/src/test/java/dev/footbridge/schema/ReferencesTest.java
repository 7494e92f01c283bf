package dev.footbridge.schema;

import static dev.footbridge.schema.Schemas.problems;
import static dev.footbridge.schema.Schemas.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No reference leaves the document (B-22, Z-35). */
class ReferencesTest {

    @Test
    void nothingIsFetchedFromTheNetwork() throws IOException {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/s.json";
            for (String schema : List.of(
                    "{'$ref':'" + url + "'}",
                    "{'$defs':{'unused':{'$ref':'" + url + "'}}}",
                    "{'$id':'" + url + "','properties':{'a':{'$ref':'other.json'}}}",
                    "{'$dynamicRef':'" + url + "#x'}",
                    "{'$schema':'" + url + "'}")) {
                assertThatIllegalArgumentException().as(schema).isThrownBy(() -> schema(schema));
            }
            schema("{'$id':'" + url + "','type':'object'}");
        } finally {
            server.stop(0);
        }
        assertThat(requests).hasValue(0);
    }

    @Test
    void nothingIsReadFromFilesOrTheClassPath(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("s.json"), "{}");

        for (String uri : List.of(
                file.toUri().toString(),
                "classpath:/draft/2020-12/schema",
                "resource:/draft/2020-12/schema",
                "https://json-schema.org/draft/2020-12/schema",
                "http://json-schema.org/draft-07/schema#")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> schema("{'properties':{'a':{'$ref':'" + uri + "'}}}"))
                    .withMessageContaining("other documents");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema("{'$id':'https://json-schema.org/draft/2020-12/x','$ref':'schema'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'$ref':'#/$defs/none'}",
                "{'$ref':'#none'}",
                "{'$dynamicRef':'#none'}",
                "{'$defs':{'unused':{'allOf':[{'$ref':'#/$defs/none'}]}}}",
                "{'if':true,'then':{'$ref':'#/$defs/none'}}",
                "{'$schema':'http://json-schema.org/draft-07/schema#','definitions':{'a':{'$ref':'#/definitions/none'}}}",
            })
    void aReferenceThatLeadsNowhereIsRefused(String schema) {
        assertThatIllegalArgumentException().isThrownBy(() -> schema(schema));
    }

    @Test
    void dataThatLooksLikeAReferenceIsData() {
        String schema = "{'enum':[{'$ref':'https://example.com/x'}],'default':{'$ref':'https://json-schema.org/'},"
                + "'examples':[{'$ref':'#/none'}]}";

        assertThat(problems(schema, "{'$ref':'https://example.com/x'}")).isEmpty();
    }

    @Test
    void documentsOfOneNameDoNotMeet() {
        String first = "{'$id':'https://a.example/s','$ref':'#/$defs/t','$defs':{'t':{'type':'string'}}}";
        String second = "{'$id':'https://a.example/s','$ref':'#/$defs/t','$defs':{'t':{'type':'integer'}}}";

        assertThat(problems(first, "'a'")).isEmpty();
        assertThat(problems(second, "1")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> schema("{'$ref':'https://a.example/s'}"));
    }
}
