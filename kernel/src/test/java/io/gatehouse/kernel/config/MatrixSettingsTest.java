package io.gatehouse.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixSettingsTest {

    private static final String AS_TOKEN = "as-0123456789abcdef0123456789abcdef";
    private static final String HS_TOKEN = "hs-0123456789abcdef0123456789abcdef";

    @TempDir
    Path directory;

    @Test
    void matrixIsOffWithoutAHomeserver() {
        assertThat(Settings.of(Map.of()).matrix()).isEmpty();
        assertThat(Settings.of(Map.of()).serverName()).isEqualTo("localhost");
    }

    @Test
    void developmentNeedsOnlyTheHomeserversAddress() throws IOException {
        Map<String, String> values = Map.of(
                "gatehouse.matrix.homeserver-url", "http://127.0.0.1:8008/", "gatehouse.data.dir", "" + directory);

        MatrixSettings first = Settings.of(values).matrix().orElseThrow();
        MatrixSettings second = Settings.of(values).matrix().orElseThrow();

        StartCheck.require(Settings.of(values));
        assertThat(second).isEqualTo(first);
        assertThat(first.homeserver()).hasToString("http://127.0.0.1:8008");
        assertThat(first.appserviceUrl()).hasToString("http://127.0.0.1:8080");
        assertThat(first.botUserId()).isEqualTo("@gatehouse:localhost");
        assertThat(first.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(first.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(first.retries()).isEqualTo(2);
        assertThat(first.rest()).isEqualTo(Duration.ofSeconds(5));
        assertThat(first.callsAtOnce()).isEqualTo(50);
        assertThat(first.asToken()).matches("[0-9a-f]{64}").isNotEqualTo(first.hsToken());
        assertThat(first.hsToken()).matches("[0-9a-f]{64}");
        assertThat(first.toString()).doesNotContain(first.asToken()).doesNotContain(first.hsToken());
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.toList())
                    .extracting(file -> file.getFileName() + " "
                            + PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .containsExactlyInAnyOrder(
                            "encryption.key rw-------", "matrix-as.token rw-------", "matrix-hs.token rw-------");
        }
    }

    @Test
    void productionReportsAllMissingKeysInOneMessage() {
        Map<String, String> values = production();
        values.keySet().removeIf(key -> key.startsWith("gatehouse.matrix."));
        values.put("gatehouse.matrix.homeserver-url", "https://matrix.example.org");

        assertThatThrownBy(() -> StartCheck.require(Settings.of(values)))
                .hasMessageContaining("gatehouse.matrix.as-token is not set")
                .hasMessageContaining("gatehouse.matrix.hs-token is not set")
                .hasMessageContaining("gatehouse.matrix.server-name is not set");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void productionReadsTokensFromFiles() throws IOException {
        Map<String, String> values = production();
        values.remove("gatehouse.matrix.as-token");
        values.put(
                "gatehouse.matrix.as-token.file",
                Files.writeString(directory.resolve("token"), AS_TOKEN + "\n").toString());

        StartCheck.require(Settings.of(values));

        assertThat(Settings.of(values).matrix().orElseThrow().asToken()).isEqualTo(AS_TOKEN);
    }

    @ParameterizedTest
    @CsvSource({
        "homeserver-url,    matrix.example.org",
        "homeserver-url,    ftp://matrix.example.org",
        "homeserver-url,    https://user:hunter2@matrix.example.org",
        "homeserver-url,    https://matrix.example.org?access_token=hunter2",
        "homeserver-url,    https:///path",
        "homeserver-url,    'https://matrix example'",
        "appservice-url,    gatehouse:8080",
        "server-name,       https://example.org",
        "server-name,       example.org/path",
        "server-name,       localhost",
        "as-token,          short-hunter2",
        "as-token,          'with a blank, but long enough for production: hunter2'",
        "hs-token,          " + AS_TOKEN,
        "retries,           -1",
        "rest,              PT0S",
        "calls-at-once,     0",
        "sender-localpart,  Gatehouse",
        "sender-localpart,  agent-bot-web1",
        "sender-localpart,  @gatehouse",
        "appservice-id,     a/b",
        "connect-timeout,   soon",
        "timeout,           PT0S",
    })
    void anInvalidValueIsRefusedWithoutShowingSecrets(String key, String value) {
        Map<String, String> values = production();
        values.put("gatehouse.matrix." + key, value);

        assertThatThrownBy(() -> StartCheck.require(Settings.of(values)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("  - gatehouse.matrix." + key)
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining(AS_TOKEN);
    }

    @Test
    void theRegistrationContainsTheConfiguredValues() {
        assertThat(MatrixRegistration.of(Settings.of(production()).matrix().orElseThrow()))
                .isEqualTo("""
                        # Gatehouse, as an application service. Holds two secrets: readable by the homeserver only (mode 0600).
                        id: "gatehouse"
                        url: "https://gatehouse.example"
                        as_token: "%s"
                        hs_token: "%s"
                        sender_localpart: "gatehouse"
                        rate_limited: false
                        namespaces:
                          users:
                            - exclusive: true
                              regex: "^@agent-[a-z0-9][a-z0-9._-]*-[a-z0-9][a-z0-9._-]*:example\\\\.org$"
                            - exclusive: true
                              regex: "^@gatehouse:example\\\\.org$"
                          aliases: []
                          rooms: []
                        """.formatted(AS_TOKEN, HS_TOKEN));
    }

    @Test
    void yamlSpecialCharactersAreQuoted() {
        Map<String, String> values = production();
        values.put("gatehouse.matrix.as-token", "\"\\'#:{}&*!|>%@`" + AS_TOKEN);

        assertThat(MatrixRegistration.of(Settings.of(values).matrix().orElseThrow()))
                .contains("as_token: \"\\\"\\\\'#:{}&*!|>%@`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@agent-a-b:example.org", "@agent-0.x_y-z-web-1.example:example.org"})
    void theNamespaceMatchesEveryAgent(String userId) {
        assertThat(namespaceMatches("example.org", userId)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@agent-a-b:example_org",
                "@agent-a-b:exampleXorg",
                "@agent-a-b:example.org.evil.example",
                "@agent-a-b:evil.example:example.org",
                "x@agent-a-b:example.org",
                "@agent-a:example.org",
                "@agent-a-:example.org",
                "@agent--b:example.org",
                "@agent-A-b:example.org",
                "@agent-a-b/c:example.org",
                "@agents-a-b:example.org",
                "@alice:example.org"
            })
    void theNamespaceMatchesNoOtherUser(String userId) {
        assertThat(namespaceMatches("example.org", userId)).isFalse();
    }

    @Test
    void theServerNameOfTheNamespaceMayBeAnIpAddress() {
        assertThat(namespaceMatches("[2001:db8::1]:8448", "@agent-a-b:[2001:db8::1]:8448"))
                .isTrue();
        assertThat(namespaceMatches("[2001:db8::1]:8448", "@agent-a-b:2")).isFalse();
    }

    /** Searches anywhere in the id, like a homeserver that does not anchor the expression. */
    private static boolean namespaceMatches(String serverName, String userId) {
        Map<String, String> values = production();
        values.put("gatehouse.matrix.server-name", serverName);
        String file = MatrixRegistration.of(Settings.of(values).matrix().orElseThrow());
        Matcher regex = Pattern.compile("regex: \"(.*)\"").matcher(file);
        assertThat(regex.find()).isTrue();
        return Pattern.compile(regex.group(1).replace("\\\\", "\\"))
                .matcher(userId)
                .find();
    }

    private static Map<String, String> production() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("gatehouse.mode", "production"),
                Map.entry("gatehouse.public-url", "https://gatehouse.example/"),
                Map.entry("gatehouse.db.url", "jdbc:postgresql://db/gatehouse"),
                Map.entry("gatehouse.encryption.key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
                Map.entry("mp.jwt.verify.issuer", "https://issuer.example"),
                Map.entry("mp.jwt.verify.audiences", "gatehouse"),
                Map.entry("mp.jwt.verify.publickey.location", "https://issuer.example/jwks"),
                Map.entry("gatehouse.matrix.homeserver-url", "https://matrix.example.org"),
                Map.entry("gatehouse.matrix.server-name", "example.org"),
                Map.entry("gatehouse.matrix.as-token", AS_TOKEN),
                Map.entry("gatehouse.matrix.hs-token", HS_TOKEN)));
    }
}
