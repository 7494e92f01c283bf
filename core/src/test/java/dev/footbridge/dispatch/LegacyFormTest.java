package dev.footbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.ProtocolVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which members reach which of the older revisions. */
class LegacyFormTest {

    private static final String ENTRY = "{'uri':'test://r','uriTemplate':'test://{r}','name':'n','title':'T',"
            + "'icons':[{'src':'https://example.com/i.png'}],'_meta':{'com.example/k':1},"
            + "'annotations':{'priority':1,'lastModified':'2025-01-01T00:00:00Z'}}";

    private static String in(String revision, String method, String result) {
        ProtocolVersion version = ProtocolVersion.named(revision).orElseThrow();
        return new LegacyForm(version).result(method, object(result)).toString();
    }

    private static JsonObject object(String text) {
        return Post.parse(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource({"resources/list, resources", "resources/templates/list, resourceTemplates", "prompts/list, prompts"})
    void listedEntriesHaveTheMembersOfTheirRevision(String method, String member) {
        String list = "{'" + member + "':[" + ENTRY + "]}";

        assertThat(in("2025-11-25", method, list)).contains("icons", "title", "_meta", "lastModified");
        assertThat(in("2025-06-18", method, list))
                .contains("title", "_meta", "lastModified")
                .doesNotContain("icons");
        assertThat(in("2025-03-26", method, list))
                .contains("test://r", "priority")
                .doesNotContain("icons", "title", "_meta", "lastModified");
    }

    @ParameterizedTest
    @CsvSource({"2025-11-25, true", "2025-06-18, true", "2025-03-26, false", "2024-11-05, false"})
    void argumentsOfPromptsHaveTitlesFrom20250618On(String revision, boolean known) {
        String list = "{'prompts':[{'name':'p','arguments':[{'name':'a','title':'An argument'}]}]}";

        String listed = in(revision, "prompts/list", list);

        assertThat(listed.contains("An argument")).isEqualTo(known);
        assertThat(listed).contains("JsonString[value=a]");
    }

    @ParameterizedTest
    @CsvSource({"object, true", "array, false"})
    void outputSchemasAreThoseOfObjectsFrom20250618On(String type, boolean known) {
        String list = "{'tools':[{'name':'t','inputSchema':{},'outputSchema':{'type':'" + type + "'}}]}";

        assertThat(in("2025-11-25", "tools/list", list).contains("outputSchema"))
                .isEqualTo(known);
        assertThat(in("2025-06-18", "tools/list", list).contains("outputSchema"))
                .isEqualTo(known);
        assertThat(in("2025-03-26", "tools/list", list)).doesNotContain("outputSchema");
    }

    @ParameterizedTest
    @CsvSource({"2025-06-18, true", "2025-03-26, false", "2024-11-05, false"})
    void contentsAndBlocksLoseWhatCameWith20250618(String revision, boolean known) {
        String contents = "{'contents':[{'uri':'test://r','text':'r','_meta':{'com.example/k':1}}]}";
        String link = "{'messages':[{'role':'user','content':{'type':'resource_link','uri':'test://r','name':'n'}}]}";
        String text = "{'content':[{'type':'text','text':'t','_meta':{'com.example/k':1},"
                + "'annotations':{'priority':1,'lastModified':'x'}}]}";

        assertThat(in(revision, "resources/read", contents).contains("_meta")).isEqualTo(known);
        assertThat(in(revision, "prompts/get", link).contains("resource_link")).isEqualTo(known);
        assertThat(in(revision, "prompts/get", link)).contains("test://r");
        assertThat(in(revision, "tools/call", text).contains("lastModified")).isEqualTo(known);
        assertThat(in(revision, "tools/call", text).contains("_meta")).isEqualTo(known);
        assertThat(in(revision, "tools/call", text)).contains("priority");
    }

    @ParameterizedTest
    @CsvSource({"2025-11-25, true, true", "2025-06-18, false, true", "2025-03-26, false, false"})
    void serverDescribesItselfAsItsClientKnowsIt(String revision, boolean described, boolean titled) {
        JsonObject self =
                object("{'name':'n','version':'1','title':'T','description':'d','websiteUrl':'w','icons':[]}");

        JsonObject known = new LegacyForm(ProtocolVersion.named(revision).orElseThrow()).implementation(self);

        assertThat(known.has("name") && known.has("version")).isTrue();
        assertThat(known.has("description")).isEqualTo(described);
        assertThat(known.has("websiteUrl")).isEqualTo(described);
        assertThat(known.has("icons")).isEqualTo(described);
        assertThat(known.has("title")).isEqualTo(titled);
    }
}
