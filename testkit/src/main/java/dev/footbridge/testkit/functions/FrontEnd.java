package dev.footbridge.testkit.functions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What App Service does to a request before the host sees it. It terminates TLS, so that a request is always said to
 * have come by {@code https}; it replaces the headers that are its own, and appends to {@code X-Forwarded-For}. Headers
 * that only a feature sets are a client's to invent while that feature is off. Thread-safe.
 */
final class FrontEnd {

    private static final String CERTIFICATE = "x-arr-clientcert";
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(:\\d{1,5})?");

    private final Platform platform;

    FrontEnd(Platform platform) {
        this.platform = platform;
    }

    /** Whether it is a host that a request can be for. The real one knows the names of the app besides. */
    static boolean isHost(HostRequest asked) {
        return asked.headers().getOrDefault("host", List.of()).size() == 1
                && HOST.matcher(asked.header("host")).matches();
    }

    /** @throws SecurityException if the platform does not let the caller in */
    HostRequest passed(HostRequest asked) {
        Map<String, List<String>> headers = new LinkedHashMap<>(asked.headers());
        String host = asked.header("host");
        String client = asked.address() + ":" + asked.port();
        List<String> forwarded = new ArrayList<>(headers.getOrDefault("x-forwarded-for", List.of()));
        forwarded.add(client);
        headers.put("x-forwarded-for", List.of(String.join(", ", forwarded)));
        Map<String, String> own = new LinkedHashMap<>();
        own.put("client-ip", client);
        own.put("disguised-host", host);
        own.put("max-forwards", "9");
        own.put("was-default-hostname", host);
        own.put("x-appservice-proto", "https");
        own.put("x-arr-log-id", UUID.randomUUID().toString());
        own.put("x-arr-ssl", "2048|256|CN=Emulated Issuing CA|CN=*.azurewebsites.net");
        own.put("x-forwarded-proto", "https");
        own.put("x-forwarded-tlsversion", "1.3");
        own.put("x-original-url", asked.path() + (asked.query().isEmpty() ? "" : "?" + asked.query()));
        own.put("x-site-deployment-id", "emulated");
        own.put("x-waws-unencoded-url", asked.path());
        own.forEach((name, value) -> headers.put(name, List.of(value)));
        identify(asked, headers);
        return asked.with(headers);
    }

    private void identify(HostRequest asked, Map<String, List<String>> headers) {
        platform.easyAuth().ifPresent(by -> {
            headers.keySet()
                    .removeIf(name -> name.startsWith("x-ms-client-principal") || name.startsWith("x-ms-token-"));
            by.apply(asked).forEach((name, value) -> headers.put(name, List.of(value)));
        });
        platform.certificates().ifPresent(by -> {
            headers.remove(CERTIFICATE);
            by.apply(asked).ifPresent(certificate -> headers.put(CERTIFICATE, List.of(certificate)));
        });
    }
}
