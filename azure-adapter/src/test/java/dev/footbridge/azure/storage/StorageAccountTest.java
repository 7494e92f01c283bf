package dev.footbridge.azure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.secret.Secret;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StorageAccountTest {

    private static final InstantSource CLOCK = InstantSource.system();

    @Test
    void aConnectionStringNamesAccountAndAddress() {
        assertThat(endpoint("DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=c2VjcmV0;"
                        + "EndpointSuffix=core.windows.net"))
                .isEqualTo("https://shop.table.core.windows.net");
        assertThat(endpoint("AccountName=shop;AccountKey=c2VjcmV0MQ==;EndpointSuffix=core.chinacloudapi.cn"))
                .isEqualTo("https://shop.table.core.chinacloudapi.cn");
        assertThat(endpoint("accountname=shop;accountkey=c2VjcmV0;tableendpoint=http://127.0.0.1:1/shop/;"))
                .isEqualTo("http://127.0.0.1:1/shop");
        assertThat(endpoint("UseDevelopmentStorage=true")).isEqualTo("http://127.0.0.1:10002/devstoreaccount1");
    }

    @Test
    void anIdentityNeedsAnAddressOrAName() {
        assertThat(of(Map.of("AzureWebJobsStorage__tableServiceUri", "https://shop.table.core.windows.net/"))
                        .endpoint())
                .hasToString("https://shop.table.core.windows.net");
        assertThat(of(Map.of("AzureWebJobsStorage__accountName", "shop")).endpoint())
                .hasToString("https://shop.table.core.windows.net");
    }

    @Test
    void whatIsMissingIsNamedAndNoKeyIsShown() {
        refused(Map.of(), "neither AzureWebJobsStorage nor AzureWebJobsStorage__tableServiceUri");
        refused(Map.of("AzureWebJobsStorage", "c2VjcmV0"), "AzureWebJobsStorage has no AccountName");
        refused(Map.of("AzureWebJobsStorage", "AccountName=shop;AccountKey=!c2VjcmV0"), "not in Base64");
        refused(
                Map.of("AzureWebJobsStorage", "AccountName=shop;AccountKey=c2VjcmV0;TableEndpoint=ftp://x"),
                "gives no address");
        refused(Map.of("AzureWebJobsStorage__tableServiceUri", "shop?sig=c2VjcmV0"), "__tableServiceUri gives no");
        refused(Map.of("AzureWebJobsStorage__tableServiceUri", "http://shop.example"), "to https only");
        refused(Map.of("AzureWebJobsStorage__accountName", "sh op"), "__accountName gives no address");
    }

    @Test
    void aRequestIsSignedAsTheRulesSay() {
        SharedKey key = new SharedKey("acct", Secret.ofText("key"));

        // echo -en 'Thu, 01 Jan 2026 00:00:00 GMT\n/acct/t()' | openssl dgst -sha256 -hmac key -binary | base64
        assertThat(key.header(URI.create("https://acct.example/t()?$top=1"), "Thu, 01 Jan 2026 00:00:00 GMT"))
                .isEqualTo("SharedKeyLite acct:b+dctjYylGt+Hlt7a7ACA5NCDKw1nxiCRJl2XFi4c1o=");
        assertThat(key.toString()).contains("***");
    }

    @Test
    void datesAreThoseOfHttp() {
        assertThat(HttpDate.of(Instant.parse("2026-01-01T00:00:00Z"))).isEqualTo("Thu, 01 Jan 2026 00:00:00 GMT");
        assertThat(HttpDate.of(Instant.parse("2024-12-29T23:09:59.9Z"))).isEqualTo("Sun, 29 Dec 2024 23:09:59 GMT");
    }

    private static String endpoint(String text) {
        return of(Map.of("AzureWebJobsStorage", text)).endpoint().toString();
    }

    private static StorageAccount of(Map<String, String> environment) {
        return StorageAccount.of(environment, StorageAccount.USUAL, CLOCK);
    }

    private static void refused(Map<String, String> environment, String what) {
        assertThatThrownBy(() -> of(environment))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(what)
                .hasMessageNotContaining("c2VjcmV0");
    }
}
