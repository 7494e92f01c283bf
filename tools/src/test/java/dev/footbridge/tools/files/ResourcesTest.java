package dev.footbridge.tools.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.feature.Completer;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.Resource;
import dev.footbridge.feature.ResourceDirectory;
import dev.footbridge.feature.ResourceTemplate;
import dev.footbridge.protocol.Content;
import dev.footbridge.protocol.ResourceContents;
import dev.footbridge.protocol.RpcException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {

    @TempDir
    Path root;

    private Desk desk = Desk.at(Path.of("."), FilesSettings.DEFAULT);
    private FeatureSet features = FeatureSet.EMPTY;

    @BeforeEach
    void open() {
        desk = Desk.at(root, FilesSettings.DEFAULT);
        features = Desk.pack(root, FilesSettings.DEFAULT).features();
    }

    private ResourceTemplate template() {
        return Objects.requireNonNull(features.templates().get("files:///{+path}"));
    }

    private List<ResourceContents> read(String path) throws Exception {
        return template().reader().read("files:///x", Map.of("path", path), FakeCall.RUNNING);
    }

    private List<String> complete(String typed) throws Exception {
        return Objects.requireNonNull(template().completers().get("path")).complete(typed, Map.of(), FakeCall.RUNNING);
    }

    private List<Resource> listed(int pageSize) throws Exception {
        ResourceDirectory directory = features.directories().get(0);
        List<Resource> all = new ArrayList<>();
        List<Resource> page = directory.list(null, pageSize);
        while (!page.isEmpty()) {
            assertThat(page.size()).isLessThanOrEqualTo(pageSize);
            all.addAll(page);
            page = directory.list(all.get(all.size() - 1).uri(), pageSize);
        }
        return all;
    }

    @Test
    void pagesHoldEveryFileOnceInTheOrderOfUris() throws Exception {
        for (String name : List.of("a", "a b", "a-b", "a.b", "a%b", "grün", "漢字", "Z", "~", "a+b", "a#b?c", "d/e")) {
            desk.file(name + "/x y.md", "").file(name + ".md", "");
        }

        List<String> uris = listed(3).stream().map(Resource::uri).toList();

        assertThat(uris).hasSize(24).doesNotHaveDuplicates().isSorted();
        assertThat(uris).contains("files:///gr%C3%BCn/x%20y.md", "files:///a%23b%3Fc.md", "files:///d/e/x%20y.md");
    }

    @Test
    void everyListedUriLeadsBackToItsFile() throws Exception {
        for (String name : List.of(
                "a b.md", "grün.md", "漢字.txt", "100%.md", "%41.md", "a+b.md", "q?#&=;,.md", "\uD83D\uDE00.md")) {
            desk.file("sub dir/" + name, "content of " + name);
        }

        for (Resource resource : listed(100)) {
            String path = URI.create(resource.uri()).getPath().substring(1);
            Map<String, String> variables =
                    template().uriTemplate().match(resource.uri()).orElseThrow();

            ResourceContents.Text text = (ResourceContents.Text) template()
                    .reader()
                    .read(resource.uri(), variables, FakeCall.RUNNING)
                    .get(0);

            assertThat(text.uri()).isEqualTo(resource.uri());

            assertThat(text.text()).isEqualTo("content of " + path.substring("sub dir/".length()));
        }
    }

    @Test
    void anEntrySaysWhatTheFileIs() throws Exception {
        desk.file("docs/a.md", "hello");

        Resource resource = listed(10).get(0);

        assertThat(resource.name()).isEqualTo("docs/a.md");
        assertThat(resource.title()).isEqualTo("a.md");
        assertThat(resource.mimeType()).isEqualTo("text/markdown");
        assertThat(resource.size()).isEqualTo(5);
        assertThat(Objects.requireNonNull(resource.annotations()).lastModified())
                .isNotNull();
    }

    @Test
    void hiddenAndIgnoredFilesAreNotListed() throws Exception {
        desk.file(".gitignore", "*.log")
                .file("a.log", "")
                .file(".git/config", "")
                .file("b.md", "");

        assertThat(listed(10)).extracting(Resource::name).containsExactly("b.md");
    }

    @Test
    void textIsTextAndTheRestIsABlob() throws Exception {
        desk.file("a.md", "# grün").file("b.png", new byte[] {1, 0, 2}).file("c", new byte[] {0});

        assertThat(read("a.md")).containsExactly(ResourceContents.text("files:///x", "text/markdown", "# grün"));
        assertThat(read("b.png").get(0)).isInstanceOfSatisfying(ResourceContents.Blob.class, blob -> {
            assertThat(blob.mimeType()).isEqualTo("image/png");
            assertThat(blob.bytes().array()).containsExactly(1, 0, 2);
        });
        assertThat(((ResourceContents.Blob) read("c").get(0)).mimeType()).isEqualTo("application/octet-stream");
    }

    @Test
    void whatIsNotServedIsNotThere() throws Exception {
        desk.file("docs/a.md", "").file(".env", "").link("out", Path.of("/etc/hosts"));

        for (String path :
                List.of("nope", "../x", "docs/../../x", "docs", "", ".env", "out", "/etc/hosts", "a\u0000b")) {
            assertThat(read(path)).isEmpty();
        }
    }

    @Test
    void aFileOverTheLimitIsRefusedWithAWayOut() {
        desk.file("big.bin", new byte[4 * 1024 * 1024 + 1]).file("big.txt", "x".repeat(4 * 1024 * 1024 + 1));

        assertThatThrownBy(() -> read("big.txt"))
                .isInstanceOf(RpcException.class)
                .hasMessageContaining("read_file");
        assertThatThrownBy(() -> read("big.bin"))
                .isInstanceOf(RpcException.class)
                .hasMessageContaining("no way to read it");
    }

    @Test
    void pathsAreCompletedNameByName() throws Exception {
        desk.file("docs/guide.md", "")
                .file("docs/Great.md", "")
                .file("docs/old-guide.md", "")
                .file("readme.md", "");

        assertThat(complete("")).containsExactly("docs/", "readme.md");
        assertThat(complete("do")).containsExactly("docs/");
        assertThat(complete("docs/g")).containsExactly("docs/Great.md", "docs/guide.md", "docs/old-guide.md");
        assertThat(complete("nope/x")).isEmpty();
        assertThat(complete("../")).isEmpty();
    }

    @Test
    void promptsSpeakOfTheFolderAndTheQuestion() throws Exception {
        Prompt summarize = Objects.requireNonNull(features.prompts().get("summarize_folder"));
        Prompt answer = Objects.requireNonNull(features.prompts().get("answer_from_files"));

        assertThat(text(summarize, Map.of("path", "docs")))
                .startsWith("Summarize \"docs\".")
                .contains("list_files path=\"docs\" recursive=true");
        assertThat(text(summarize, Map.of())).startsWith("Summarize the served folder.");
        assertThat(text(answer, Map.of("question", "How long?", "path", "a.md")))
                .startsWith("Answer this question from the files in \"a.md\"")
                .contains("search_files path=\"a.md\" for");
        assertThat(text(answer, Map.of("question", "How long?"))).contains("How long?", "search_files");
    }

    @Test
    void aFolderIsCompletedWithFoldersOnly() throws Exception {
        desk.file("docs/deep/a.md", "").file("dot.md", "");
        Completer summarize = completer("summarize_folder");

        assertThat(summarize.complete("d", Map.of(), FakeCall.RUNNING)).containsExactly("docs/");
        assertThat(summarize.complete("docs/", Map.of(), FakeCall.RUNNING)).containsExactly("docs/deep/");
        assertThat(completer("answer_from_files").complete("d", Map.of(), FakeCall.RUNNING))
                .containsExactly("docs/", "dot.md");
    }

    private Completer completer(String prompt) {
        return Objects.requireNonNull(features.prompts().get(prompt)).arguments().stream()
                .filter(argument -> argument.name().equals("path"))
                .map(argument -> Objects.requireNonNull(argument.completer()))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Prompt prompt, Map<String, String> arguments) throws Exception {
        return ((Content.Text) prompt.renderer()
                        .render(arguments, FakeCall.RUNNING)
                        .messages()
                        .get(0)
                        .content())
                .text();
    }

    @Test
    void urisThatLeadOutFindNothing() throws Exception {
        desk.file("docs/a.md", "");

        for (String uri : List.of(
                "files:///../x",
                "files:///docs/..%2F..%2Fetc/hosts",
                "files:///%2E%2E/x",
                "files:///%252e%252e/x",
                "files:///%2Fetc%2Fhosts",
                "files:////etc/hosts",
                "files:///docs%5Ca.md",
                "files:///docs/a.md%00",
                "files:///docs/./a.md",
                "files:///docs//a.md",
                "files:///docs/a.md/",
                "files:///C:/x")) {
            for (Map<String, String> variables :
                    template().uriTemplate().match(uri).stream().toList()) {
                assertThat(template().reader().read(uri, variables, FakeCall.RUNNING))
                        .describedAs(uri)
                        .isEmpty();
            }
        }
    }
}
