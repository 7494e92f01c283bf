package dev.footbridge.aws.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.footbridge.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The suite that AWS published for Signature Version 4; verification/aws-stores fetches it. */
final class SigV4SuiteTest {

    private static final String SUITE = "footbridge.sigv4.suite";
    private static final AwsCredentials CREDENTIALS = new AwsCredentials(
            "AKIDEXAMPLE", Secret.ofText("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), null, Instant.MAX);

    /** Of the one request that does not have its own in it. */
    private static final String TOKEN = "6e86291e8372ff2a2260956d9b8aae1d763fbf315fa00fa31553b73ebf194267";

    @TestFactory
    List<DynamicTest> everyRequestOfTheSuiteIsSignedAsAwsSignsIt() throws IOException {
        String folder = System.getProperty(SUITE, "");
        assumeTrue(!folder.isEmpty(), SUITE + " is not set");
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            List<Path> requests = files.filter(file -> file.toString().endsWith(".req"))
                    .sorted()
                    .toList();
            assertThat(requests).hasSizeGreaterThanOrEqualTo(30);
            return requests.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)))
                    .toList();
        }
    }

    private static void check(Path file) throws IOException {
        List<String> lines = List.of(text(file, ".req").split("\n", -1));
        String[] start = lines.get(0).split(" (?=HTTP/)", 2)[0].split(" ", 2);
        int end = lines.contains("") ? lines.indexOf("") : lines.size();
        String body = String.join("\n", lines.subList(Math.min(end + 1, lines.size()), lines.size()));
        String hash = SigV4Signer.sha256(body.getBytes(StandardCharsets.UTF_8));
        int query = start[1].indexOf('?');
        CanonicalRequest request = CanonicalRequest.of(
                start[0],
                query < 0 ? start[1] : start[1].substring(0, query),
                query < 0 ? null : start[1].substring(query + 1));
        for (String[] header : headers(lines.subList(1, end))) {
            request = request.with(header[0], header[1]);
        }
        if (file.endsWith("get-vanilla-with-session-token.req")) {
            request = request.with("X-Amz-Security-Token", TOKEN);
        }
        SigV4Signer signer = new SigV4Signer("us-east-1", "service");

        assertThat(request.text(hash)).isEqualTo(text(file, ".creq"));
        assertThat(signer.stringToSign(request, hash, "20150830T123600Z")).isEqualTo(text(file, ".sts"));
        assertThat(signer.authorization(request, hash, CREDENTIALS, "20150830T123600Z"))
                .isEqualTo(text(file, ".authz"));
    }

    /** A line that begins with a space goes on with the value before; no HTTP client sends such lines any more. */
    private static List<String[]> headers(List<String> lines) {
        List<String[]> headers = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(" ")) {
                headers.get(headers.size() - 1)[1] += line;
            } else {
                headers.add(line.split(":", 2));
            }
        }
        return headers;
    }

    private static String text(Path file, String suffix) throws IOException {
        String name = file.getFileName().toString().replace(".req", suffix);
        return Files.readString(file.resolveSibling(name)).replace("\r", "");
    }
}
