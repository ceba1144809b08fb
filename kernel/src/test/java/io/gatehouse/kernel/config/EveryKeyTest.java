package io.gatehouse.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every key of the documented table, with an invalid and an empty value. */
class EveryKeyTest {

    private static final Path TABLE = Path.of("../docs/configuration.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9.-]+)` \\| `([A-Z0-9_]+)` \\|(.*)$");
    private static final String ENCRYPTION_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path directory;

    private record Row(String key, String variable, boolean secret) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(TABLE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.add(new Row(row.group(1), row.group(2), row.group(3).contains("**secret**")));
            }
        }
        assertThat(rows).hasSizeGreaterThan(50);
        return rows;
    }

    static Stream<String> ownKeys() throws IOException {
        return rows().stream().map(Row::key).filter(key -> key.startsWith("gatehouse."));
    }

    @ParameterizedTest
    @MethodSource("ownKeys")
    void anInvalidValueIsRefusedWithTheNameOfItsKey(String key) {
        Map<String, String> values = homeserver();
        values.put(key, "\u0007wrong\u0007");

        assertThatThrownBy(() -> StartCheck.require(Settings.of(values)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\n  - " + key)
                .hasMessageContaining("(" + variable(key) + ")")
                .hasMessageNotContaining("\u0007");
    }

    @Test
    void oneMessageNamesAllWrongKeys() throws IOException {
        Map<String, String> values = new HashMap<>();
        ownKeys().forEach(key -> values.put(key, "\u0007"));

        assertThatThrownBy(() -> StartCheck.require(Settings.of(values)))
                .satisfies(fault -> ownKeys().forEach(key -> assertThat(fault).hasMessageContaining("- " + key)));
    }

    @ParameterizedTest
    @MethodSource("ownKeys")
    void anEmptyValueCountsAsNotSet(String key) {
        for (String empty : List.of("", "  ", "\n")) {
            Map<String, String> values = new HashMap<>(Map.of("gatehouse.data.dir", directory.toString()));
            values.put(key, empty);
            if (key.equals("gatehouse.data.dir")) {
                values.put("gatehouse.encryption.key", ENCRYPTION_KEY);
            }

            StartCheck.require(Settings.of(values));
        }
    }

    @Test
    void theDocumentedTableListsExactlyTheKnownKeys() throws IOException {
        assertThat(Keys.names().filter(key -> key.startsWith("gatehouse.")))
                .containsExactlyInAnyOrderElementsOf(ownKeys().toList());
        for (Row row : rows()) {
            assertThat(row.variable()).isEqualTo(variable(row.key()));
            if (row.key().startsWith("gatehouse.")) {
                assertThat(Keys.isSecret(row.key())).as(row.key()).isEqualTo(row.secret());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gatehouse.mode | Production",
                "gatehouse.public-url | https://gatehouse.example/?x",
                "gatehouse.public-url | https://gatehouse.example/#x",
                "gatehouse.public-url | https://user:pass@gatehouse.example/",
                "gatehouse.public-url | https://gatehouse.example:99999",
                "gatehouse.public-url | https://gatehouse.example:0",
                "gatehouse.public-url | https:gatehouse.example",
                "gatehouse.public-url | https://:443/",
                "gatehouse.public-url | https://gatehouse.example/../x",
                "gatehouse.http.port | 0",
                "gatehouse.http.port | 65536",
                "gatehouse.http.port | tcp://10.0.0.1:80",
                "gatehouse.db.url | jdbc:mysql://localhost/gatehouse",
                "gatehouse.db.url | jdbc:postgresql://host:99999/gatehouse",
                "gatehouse.phone.default-region | XX",
                "gatehouse.phone.default-region | gb",
                "gatehouse.phone.default-region | 001",
                "gatehouse.install.token-ttl | PT16M",
                "gatehouse.install.token-ttl | 15",
                "gatehouse.install.token-ttl | PT1.5S",
                "gatehouse.deployment-id | a b",
                "gatehouse.deployment-id | Gatehouse\"1",
                "gatehouse.claim.undo-window | -PT1H",
                "gatehouse.claim.undo-window | P99999999999D",
                "gatehouse.rate.mint | -1",
                "gatehouse.rate.mint | 99999999999",
                "gatehouse.rate.mint | 1.5",
                "gatehouse.matrix.retries | 1000",
                "gatehouse.matrix.calls-at-once | 0",
                "gatehouse.matrix.timeout | PT0.0000001S",
                "gatehouse.matrix.server-name | example.org:99999",
                "gatehouse.matrix.homeserver-url | https://matrix.example.org/?x",
                "gatehouse.channel.workers | 0",
                "gatehouse.channel.senders | 0",
                "gatehouse.channel.internal-addresses | yes",
                "gatehouse.registry.sweep-interval | PT0S",
                "gatehouse.oauth.keys-not-before | yesterday",
                "gatehouse.oidc.scopes | profile",
                "gatehouse.bench | yes",
                "gatehouse.jwt.key-fetch-interval | soon",
                "gatehouse.bootstrap-host-token | 0123456789abcdef0123456789abcdef",
                "gatehouse.bootstrap-host-token | magt_0123456789abcdef0123456789abcdef",
                "gatehouse.bootstrap-host-token | mhst_",
                "gatehouse.bootstrap-host-token | mhst_with$dollar",
                "gatehouse.bootstrap-host-token | mhst_a=b",
            })
    void anInvalidValueIsRefused(String key, String value) {
        Map<String, String> values = homeserver();
        values.put(key, value);

        assertThatThrownBy(() -> StartCheck.require(Settings.of(values)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\n  - " + key)
                .satisfies(fault -> {
                    if (Keys.isSecret(key) && value.length() > 5) {
                        assertThat(fault).hasMessageNotContaining(value);
                    }
                });
    }

    @Test
    void allFaultsOfAGroupAreReported() {
        Map<String, String> values = homeserver();
        List<String> wrong = List.of(
                "gatehouse.rate.mint",
                "gatehouse.rate.install",
                "gatehouse.rate.chat",
                "gatehouse.install.token-ttl",
                "gatehouse.claim.confirm",
                "gatehouse.claim.undo-window",
                "gatehouse.oauth.token-lifetime",
                "gatehouse.oauth.key-lead",
                "gatehouse.session.idle",
                "gatehouse.session.lifetime");
        wrong.forEach(key -> values.put(key, "many"));

        assertThatThrownBy(() -> StartCheck.require(Settings.of(values)))
                .satisfies(fault ->
                        wrong.forEach(key -> assertThat(fault.toString()).containsOnlyOnce("\n  - " + key + "=many ")));
    }

    @Test
    void aFaultOfOneKeyDoesNotHideFaultsBetweenOtherKeys() {
        Map<String, String> values = homeserver();
        values.put("gatehouse.rate.chat", "many");
        values.put("gatehouse.session.idle", "PT13H");
        values.put("gatehouse.oauth.key-lead", "P31D");

        assertThatThrownBy(() -> StartCheck.require(Settings.of(values)))
                .hasMessageContaining("gatehouse.rate.chat=many")
                .hasMessageContaining("gatehouse.session.idle is longer than gatehouse.session.lifetime")
                .hasMessageContaining("gatehouse.oauth.key-lead");
    }

    @Test
    void aFileWithoutAUsableSecretIsRefusedByItsKey() throws IOException {
        Path empty = Files.writeString(directory.resolve("empty"), " \n");
        Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xC3, 0x28});
        Path twoLines = Files.writeString(directory.resolve("two-lines"), "one\ntwo\n");
        Path large = Files.writeString(directory.resolve("large"), "x".repeat(100_000));
        for (Path file : List.of(empty, binary, twoLines, large, directory, directory.resolve("absent"))) {
            Map<String, String> values = homeserver();
            values.put("gatehouse.db.password.file", file.toString());

            assertThatThrownBy(() -> StartCheck.require(Settings.of(values)))
                    .as(file.toString())
                    .hasMessageContaining("\n  - gatehouse.db.password")
                    .hasMessageContaining("GATEHOUSE_DB_PASSWORD")
                    .hasMessageNotContaining("one");
        }
    }

    @Test
    void hostTokensOfOtherFormatsAreAccepted() {
        for (String token : List.of(
                "mhst_black-box-tests-every-host", "mhst_" + "0123456789abcdef".repeat(3), "mhst_a.b_c~d+e/f==")) {
            Map<String, String> values = homeserver();
            values.put("gatehouse.bootstrap-host-token", token);

            StartCheck.require(Settings.of(values));
        }
    }

    private static String variable(String key) {
        return key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static Map<String, String> homeserver() {
        return new HashMap<>(Map.of(
                "gatehouse.encryption.key", ENCRYPTION_KEY,
                "gatehouse.matrix.homeserver-url", "https://matrix.example.org",
                "gatehouse.matrix.server-name", "example.org",
                "gatehouse.matrix.as-token", "as-0123456789abcdef0123456789abcdef",
                "gatehouse.matrix.hs-token", "hs-0123456789abcdef0123456789abcdef"));
    }
}
