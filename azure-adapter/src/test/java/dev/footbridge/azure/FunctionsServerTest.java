package dev.footbridge.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.HttpMethod;
import com.microsoft.azure.functions.HttpResponseMessage;
import dev.footbridge.argument.Field;
import dev.footbridge.azure.program.SignedIn;
import dev.footbridge.azure.storage.StorageAccount;
import dev.footbridge.azure.storage.StoragePatience;
import dev.footbridge.azure.table.TableStateStore;
import dev.footbridge.azure.trigger.TriggerMessage;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.function.FunctionApp;
import dev.footbridge.key.KeyIssuer;
import dev.footbridge.key.KeyTerms;
import dev.footbridge.key.Pepper;
import dev.footbridge.key.StateKeyStore;
import dev.footbridge.protocol.Implementation;
import dev.footbridge.secret.Secret;
import dev.footbridge.testkit.FakeTables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server as app settings put it together, with the table it keeps things in. */
final class FunctionsServerTest {

    private static final String PEPPER = "ab".repeat(32);
    private static final String KEYS = "version: 1\nsecrets: {key_pepper: [\"env:PEPPER\"]}\n";
    private static final String LIMITED = KEYS + "limits: {rules: [{id: few, per: caller, rate: 2/h, burst: 2}]}\n";

    @TempDir
    private Path folder;

    private final FakeTables tables = new FakeTables();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void set() {
        environment.putAll(Map.of(
                "AzureWebJobsStorage",
                "AccountName=account;AccountKey=a2V5;TableEndpoint=" + tables.address(),
                "WEBSITE_HOSTNAME",
                "app.azurewebsites.net",
                "FOOTBRIDGE_AUTH",
                "settings",
                "FOOTBRIDGE_SETTINGS",
                "footbridge.yaml",
                "FOOTBRIDGE_TABLE",
                "table",
                "FOOTBRIDGE_SEALING_KEYS",
                "env:SEALING",
                "SEALING",
                "a text that nobody guesses, of some length",
                "PEPPER",
                PEPPER));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void aKeyInTheTableLetsItsOwnerIn() throws IOException {
        settings(KEYS);
        FunctionsServer server = server();

        assertThat(call(server, key()).getStatusCode()).isEqualTo(200);
        assertThat(call(server, key() + "x").getStatusCode()).isEqualTo(401);
    }

    @Test
    void aFunctionsKeyIsNobody() throws IOException {
        settings(KEYS);
        HttpResponseMessage answer = server().answer(
                        Requests.request(Requests.CALL, Map.of("x-functions-key", "the host's own key")), "call-1");

        assertThat(answer.getStatusCode()).isEqualTo(401);
    }

    @Test
    void whoThePlatformWouldNameIsNobodyWhereItIsNotAsked() throws IOException {
        settings(KEYS);
        assertThat(invented().getStatusCode()).isEqualTo(401);

        environment.put("FOOTBRIDGE_AUTH", "entra");
        environment.put("FOOTBRIDGE_ENTRA_TENANTS", SignedIn.SETTINGS.get("FOOTBRIDGE_ENTRA_TENANTS"));
        environment.put("FOOTBRIDGE_ENTRA_AUDIENCES", "api://mcp");
        environment.put("WEBSITE_AUTH_ENABLED", "True");
        environment.remove("FOOTBRIDGE_SETTINGS");
        assertThat(invented().getStatusCode()).isEqualTo(401);

        environment.put("FOOTBRIDGE_AUTH", "easy-auth");
        assertThat(invented().getStatusCode()).isEqualTo(401);
        environment.put("FOOTBRIDGE_ENTRA_AUDIENCES", "");
        assertThat(invented().getStatusCode()).isEqualTo(200);
    }

    @Test
    void limitsAreCountedInTheTable() throws IOException {
        settings(LIMITED);
        String key = key();

        assertThat(call(server(), key).getStatusCode()).isEqualTo(200);
        assertThat(call(server(), key).getStatusCode()).isEqualTo(200);
        assertThat(Requests.body(call(server(), key))).contains("limit");
    }

    @Test
    void aCallWithoutLimitsAsksNothingOfStorage() throws IOException {
        environment.put("FOOTBRIDGE_AUTH", "easy-auth");
        environment.put("WEBSITE_AUTH_ENABLED", "True");
        environment.remove("FOOTBRIDGE_SETTINGS");

        assertThat(server().answer(Requests.request(Requests.LIST, Map.of()), "call-1")
                        .getStatusCode())
                .isEqualTo(401);
        assertThat(tables.operations()).isEmpty();
    }

    @Test
    void everyRequestIsRecorded() throws IOException {
        settings(KEYS);
        call(server(), key());

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"request.id\":\"call-1\"", "\"seq\":1,");
    }

    @Test
    void storageThatDoesNotAnswerLetsNobodyInAndSaysSoToTheOperatorOnly() throws IOException {
        settings(KEYS);
        String key = key();
        FakeTables.Fault[] down = new FakeTables.Fault[8];
        Arrays.fill(down, FakeTables.Fault.BROKEN);
        tables.next(down);

        HttpResponseMessage answer = call(server(), key);

        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(Requests.body(answer)).doesNotContain("table", "storage");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Table storage at 127.0.0.1");
    }

    @Test
    void aTableNeedsAnAccountAndTheSettingIsNamed() throws IOException {
        settings(KEYS);
        environment.remove("AzureWebJobsStorage");

        refused("FOOTBRIDGE_TABLE", "AzureWebJobsStorage");
    }

    @Test
    void keysNeedATable() throws IOException {
        settings(KEYS);
        environment.remove("FOOTBRIDGE_TABLE");

        refused("secrets.key_pepper", "FOOTBRIDGE_TABLE");
    }

    @Test
    void aSealingKeyThatRefersToNothingStopsTheStart() throws IOException {
        settings(KEYS);
        environment.put("FOOTBRIDGE_SEALING_KEYS", "env:SEALING the-key-itself");

        assertThatThrownBy(this::server)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("FOOTBRIDGE_SEALING_KEYS is no reference")
                .hasMessageNotContaining("the-key-itself");
    }

    @Test
    void whereNoTenantIsNamedThatIsSaid() throws IOException {
        environment.put("FOOTBRIDGE_AUTH", "easy-auth");
        environment.put("WEBSITE_AUTH_ENABLED", "True");
        environment.remove("FOOTBRIDGE_SETTINGS");
        server();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("WARN", "FOOTBRIDGE_ENTRA_TENANTS");

        out.reset();
        environment.put("FOOTBRIDGE_ENTRA_TENANTS", "72f988bf-86f1-41af-91ab-2d7cd011db47");
        server();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void aRuleAboutAToolThatIsNotThereStopsTheStart() throws IOException {
        settings(KEYS + "limits: {rules: [{id: few, per: caller_and_tool, tools: great, rate: 2/h}]}\n");

        refused("great");
    }

    @Test
    void theFileIsLookedForInThePackage() {
        refused(folder.resolve("footbridge.yaml").toString());
    }

    @Test
    void credentialsInTheFileDoNotHoldWhereSomebodyElseChecks() throws IOException {
        settings(KEYS);
        environment.put("FOOTBRIDGE_AUTH", "easy-auth");
        environment.put("WEBSITE_AUTH_ENABLED", "True");

        refused("FOOTBRIDGE_AUTH=settings only");
    }

    @Test
    void whereTokensComeFromIsThereForEverybody() throws IOException {
        environment.put("FOOTBRIDGE_AUTH", "entra");
        environment.put("FOOTBRIDGE_ENTRA_TENANTS", "72f988bf-86f1-41af-91ab-2d7cd011db47");
        environment.put("FOOTBRIDGE_ENTRA_AUDIENCES", "api://mcp");
        environment.remove("FOOTBRIDGE_SETTINGS");
        TriggerMessage asked = new TriggerMessage(
                HttpMethod.GET,
                URI.create("https://app.azurewebsites.net/.well-known/oauth-protected-resource/mcp"),
                Map.of("host", "app.azurewebsites.net"),
                "");

        HttpResponseMessage document = server().answer(asked, "call-1");
        HttpResponseMessage refused = server().answer(Requests.request(Requests.LIST, Map.of()), "call-1");

        assertThat(Requests.body(document))
                .contains(
                        "\"resource\":\"https://app.azurewebsites.net/mcp\"",
                        "https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0");
        assertThat(refused.getHeader("www-authenticate"))
                .contains("https://app.azurewebsites.net/.well-known/oauth-protected-resource/mcp");
    }

    @Test
    void aPathThatIsNotServedSaysSo() throws IOException {
        settings(KEYS);
        TriggerMessage asked = new TriggerMessage(
                HttpMethod.GET, URI.create("https://app/admin/x"), Map.of("host", "app.azurewebsites.net"), "");

        assertThat(server().answer(asked, "call-1").getStatusCode()).isEqualTo(404);
    }

    private HttpResponseMessage invented() {
        return server().answer(Requests.request(Requests.LIST, SignedIn.headers()), "call-1");
    }

    private HttpResponseMessage call(FunctionsServer server, String key) {
        return server.answer(Requests.request(Requests.CALL, Map.of("authorization", "Bearer " + key)), "call-1");
    }

    private String key() {
        InstantSource clock = InstantSource.system();
        TableStateStore store = new TableStateStore(
                StorageAccount.of(environment, StorageAccount.USUAL, clock).tables(StoragePatience.USUAL),
                "table",
                clock);
        Pepper pepper = new Pepper(List.of(Secret.of(HexFormat.of().parseHex(PEPPER))));
        return new KeyIssuer(new StateKeyStore(store, clock), pepper, clock)
                .create(KeyTerms.of("ada", clock.instant()))
                .key()
                .text()
                .revealText();
    }

    private void refused(String... words) {
        assertThatThrownBy(this::server)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(words);
    }

    private void settings(String yaml) throws IOException {
        Files.writeString(folder.resolve("footbridge.yaml"), yaml);
    }

    private FunctionsServer server() {
        Tool greet = Tool.named("greet")
                .describedAs("Greets.")
                .takes(Field.text("name"))
                .calls((in, call) -> ToolResult.text("Hello."));
        FunctionApp app = FunctionApp.of(
                Implementation.of("test", "1"), FeatureSet.builder().tool(greet).build());
        return FunctionsServer.of(app, environment, new PrintStream(out, true, StandardCharsets.UTF_8), folder);
    }
}
