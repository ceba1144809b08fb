package io.gatehouse.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.testkit.Crowd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path directory;

    @Test
    void theDefaultsAreTheEmbeddedSetUp() {
        Settings settings = Settings.of(Map.of("gatehouse.data.dir", directory.toString()));

        StartCheck.require(settings);

        assertThat(settings.mode()).isEqualTo(Mode.DEVELOPMENT);
        assertThat(settings.publicUrl()).isEqualTo("http://127.0.0.1:8080");
        assertThat(settings.deploymentId()).isEqualTo(settings.publicUrl());
        assertThat(settings.database().embedded()).isTrue();
        assertThat(settings.database().url()).startsWith("jdbc:h2:file:" + directory);
        assertThat(settings.install().tokenTtl()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.install().confirmRequired()).isFalse();
        assertThat(settings.install().undoWindow()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.phoneDefaultRegion()).isEqualTo("GB");
        assertThat(settings.bootstrapHostToken()).isEmpty();
    }

    @Test
    void theDefaultsApplyWithoutAnyConfigSource() {
        Settings settings = Settings.of(Map.of());

        assertThat(settings.dataDirectory().getFileName()).hasToString(".gatehouse");
        assertThat(settings.database().url()).startsWith("jdbc:h2:file:" + settings.dataDirectory());
    }

    @Test
    void concurrentStartsAgreeOnOneDevelopmentKey() throws IOException {
        Path fresh = directory.resolve("not/there/yet");
        List<String> keys = Crowd.of(16, number -> Base64.getEncoder()
                .encodeToString(Settings.of(Map.of("gatehouse.data.dir", fresh.toString()))
                        .encryption()
                        .current()));

        assertThat(new HashSet<>(keys)).hasSize(1);
        Path file = fresh.resolve("encryption.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (var files = Files.list(fresh)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aSecretIsReadFromAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "from the file\n");

        assertThat(Settings.of(Map.of("gatehouse.db.password.file", file.toString()))
                        .database()
                        .password())
                .isEqualTo("from the file");
    }

    @Test
    void aSecretInTwoPlacesIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "one");
        Settings settings =
                Settings.of(Map.of("gatehouse.db.password.file", file.toString(), "gatehouse.db.password", "two"));

        assertThatThrownBy(settings::database)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("gatehouse.db.password.file")
                .hasMessageNotContaining("two ");
    }

    @Test
    void allInvalidValuesAreInOneMessage() {
        assertThatThrownBy(() -> StartCheck.require(Settings.of(Map.of(
                        "gatehouse.encryption.key", "too short",
                        "gatehouse.install.token-ttl", "PT16M",
                        "gatehouse.claim.undo-window", "an hour",
                        "gatehouse.claim.confirm", "maybe",
                        "gatehouse.rate.chat", "-1",
                        "gatehouse.bootstrap-host-token", "with a blank",
                        "gatehouse.db.url", "jdbc:mysql://localhost/gatehouse"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("gatehouse.encryption.key")
                .hasMessageContaining("gatehouse.install.token-ttl")
                .hasMessageContaining("gatehouse.rate.chat")
                .hasMessageContaining("gatehouse.bootstrap-host-token")
                .hasMessageContaining("gatehouse.db.url")
                .hasMessageNotContaining("too short")
                .hasMessageNotContaining("with a blank");
    }

    @Test
    void thePublicUrlMustBeAnHttpAddress() {
        for (String url : Set.of("gatehouse", "//gatehouse", "ftp://gatehouse.example", "https://", "http://a b")) {
            assertThatThrownBy(() -> StartCheck.require(
                            Settings.of(Map.of("gatehouse.public-url", url, "gatehouse.encryption.key", KEY))))
                    .as(url)
                    .hasMessageContaining("gatehouse.public-url");
        }
        StartCheck.require(Settings.of(
                Map.of("gatehouse.public-url", "HTTPS://gatehouse.example:8443/x/", "gatehouse.encryption.key", KEY)));
    }

    @Test
    void anUnknownModeIsRefused() {
        assertThatThrownBy(() -> StartCheck.require(Settings.of(Map.of("gatehouse.mode", "prod"))))
                .hasMessageContaining("gatehouse.mode=prod");
    }

    @Test
    void productionReportsAllDevelopmentDefaultsInOneMessage() {
        assertThatThrownBy(() -> StartCheck.require(Settings.of(Map.of("gatehouse.mode", "production"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("gatehouse.db.url")
                .hasMessageContaining("gatehouse.encryption.key")
                .hasMessageContaining("gatehouse.public-url")
                .hasMessageContaining("mp.jwt.verify.issuer")
                .hasMessageContaining("mp.jwt.verify.publickey.location")
                .hasMessageContaining("mp.jwt.verify.audiences");
        assertThat(directory.resolve("encryption.key")).doesNotExist();
    }

    @Test
    void aCompleteProductionConfigurationIsAccepted() {
        StartCheck.require(Settings.of(production()));

        assertThat(Settings.of(production()).isProduction()).isTrue();
    }

    @Test
    void productionRefusesTheEmbeddedDatabaseUnderAnyUrl() {
        for (String url : Set.of("jdbc:h2:mem:x", "jdbc:h2:file:/x", "jdbc:h2:~/x")) {
            Map<String, String> values = production();
            values.put("gatehouse.db.url", url);

            assertThatThrownBy(() -> StartCheck.require(Settings.of(values))).hasMessageContaining("gatehouse.db.url");
        }
    }

    @Test
    void productionRefusesAShortFirstHostToken() {
        Map<String, String> values = production();
        values.put("gatehouse.bootstrap-host-token", "mhst_short");

        assertThatThrownBy(() -> StartCheck.require(Settings.of(values)))
                .hasMessageContaining("gatehouse.bootstrap-host-token")
                .hasMessageNotContaining("mhst_short");
    }

    @Test
    void tokensOfAgentsAreSignedInTheNameOfThePublicUrl() {
        OAuthSettings oauth = Settings.of(Map.of(
                        "gatehouse.public-url", "https://gatehouse.example/",
                        "gatehouse.oauth.audiences", "https://a.example, https://b.example",
                        "gatehouse.oauth.keys-not-before", "2026-11-24T12:00:00Z"))
                .oauth();

        assertThat(oauth.issuer()).isEqualTo("https://gatehouse.example");
        assertThat(oauth.lifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(oauth.audiences()).containsExactlyInAnyOrder("https://a.example", "https://b.example");
        assertThat(oauth.keyLifetime()).isEqualTo(Duration.ofDays(30));
        assertThat(oauth.keyLead()).isEqualTo(Duration.ofDays(1));
        assertThat(oauth.keysNotBefore()).isEqualTo("2026-11-24T12:00:00Z");
    }

    @Test
    void invalidSettingsOfAgentTokensAreRefused() {
        Map<String, String> faults = Map.of(
                "gatehouse.oauth.token-lifetime", "PT5M1S",
                "gatehouse.oauth.key-lead", "P30D",
                "gatehouse.oauth.keys-not-before", "yesterday",
                "mp.jwt.verify.issuer", "https://gatehouse.example");

        faults.forEach((key, value) -> {
            Map<String, String> values = production();
            values.put(key, value);

            assertThatThrownBy(() -> StartCheck.require(Settings.of(values))).hasMessageContaining(key);
        });
    }

    @Test
    void noSecretIsPrinted() {
        Map<String, String> values = production();
        values.put("gatehouse.db.password", "hunter2");
        Settings settings = Settings.of(values);

        assertThat(settings.database().toString()).doesNotContain("hunter2");
        assertThat(settings.encryption().toString()).doesNotContain("[0");
    }

    private static Map<String, String> production() {
        return new HashMap<>(Map.of(
                "gatehouse.mode", "production",
                "gatehouse.public-url", "https://gatehouse.example/",
                "gatehouse.db.url", "jdbc:postgresql://db/gatehouse",
                "gatehouse.encryption.key", KEY,
                "mp.jwt.verify.issuer", "https://issuer.example",
                "mp.jwt.verify.audiences", "gatehouse",
                "mp.jwt.verify.publickey.location", "https://issuer.example/jwks"));
    }
}
