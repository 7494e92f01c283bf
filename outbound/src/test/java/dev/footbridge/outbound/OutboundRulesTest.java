package dev.footbridge.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footbridge.http.Network;
import dev.footbridge.secret.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OutboundRulesTest {

    private static final Addresses PUBLIC = new Addresses(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "168.63.129.16",
                "100.64.0.1",
                "100.100.100.200",
                "192.0.0.192",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "192.0.2.1",
                "203.0.113.9",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "fe80::1",
                "fc00::1",
                "fd00:ec2::254",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "100::1"
            })
    void addressesThatAreNotPublicAreRefused(String address) throws Exception {
        assertThat(PUBLIC.allow(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "172.32.0.1", "100.128.0.1", "223.255.255.255", "2606:4700::1111"})
    void publicOnesAreAllowed(String address) throws Exception {
        assertThat(PUBLIC.allow(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void aNetworkOfOnesOwnCanBeAllowed() throws Exception {
        Addresses own = new Addresses(List.of(Network.parse("10.1.0.0/16")));

        assertThat(own.allow(InetAddress.getByName("10.1.2.3"))).isTrue();
        assertThat(own.allow(InetAddress.getByName("10.2.2.3"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/x,true",
        "https://API.example.com:443/x,true",
        "https://a.wild.example/,true",
        "https://b.a.wild.example/,true",
        "https://ported.example:8443/,true",
        "https://wild.example/,false",
        "https://evilwild.example/,false",
        "https://api.example.com.evil.example/,false",
        "https://api.example.com:8443/,false",
        "https://ported.example/,false",
        "https://user@api.example.com/,false",
        "https://evil.example/?api.example.com,false",
        "https://api.example.com@evil.example/,false",
        "http://api.example.com/,false",
        "ftp://api.example.com/,false",
        "file:///etc/passwd,false",
        "jar:https://api.example.com/!/,false",
        "//api.example.com/,false",
        "https:///x,false",
    })
    void onlyNamedHostsAreAskedAndOnlyOverHttps(String url, boolean allowed) {
        Hosts hosts = new Hosts(List.of("api.example.com", "*.wild.example", "ported.example:8443"), false);

        assertThat(hosts.problem(URI.create(url)).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void plainHttpIsForThoseWhoAskForIt() {
        Hosts hosts = new Hosts(List.of("api.example.com"), true);

        assertThat(hosts.problem(URI.create("http://api.example.com/"))).isEmpty();
        assertThat(hosts.problem(URI.create("http://api.example.com:81/"))).isPresent();
    }

    @Test
    void whatProvesWhoAsksIsASecret() {
        OutboundRequest request =
                OutboundRequest.get("https://api.example.com/").bearer(Secret.ofText("hunter2"));

        assertThat(request.toString()).doesNotContain("hunter2");
        for (String name : List.of("Authorization", "cookie", "X-API-Key")) {
            assertThatThrownBy(() -> request.with(name, "x")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aClientNeedsHosts() {
        assertThatThrownBy(() -> OutboundClient.to().build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OutboundClient.to("https://x/").build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OutboundClient.to("x").maxBytes(0).build())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
