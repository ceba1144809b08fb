package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.server.MicroProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("an invalid configuration")
class RefusedStartIT {

    @Test
    @DisplayName("a start that could not verify JWTs is refused with one message that names every key")
    void aStartWhoseTokensCouldNotBeVerifiedIsRefused() {
        MicroProcess server = new MicroProcess()
                .with("mp.jwt.verify.issuer", "https://idp.example.com")
                .with("mp.jwt.verify.audiences", "api,page")
                .with("gatehouse.oidc.client-id", "page")
                .with("mp.jwt.verify.publickey.algorithm", "EdDSA")
                .with("mp.jwt.verify.publickey", "garbage")
                .with("mp.jwt.verify.publickey.location", "classpath:nothing.pem")
                .with("mp.jwt.verify.clock.skew", "abc")
                .with("mp.jwt.verify.token.age", "abc")
                .with("gatehouse.jwt.key-fetch-interval", "abc");

        assertThat(server.exitCode()).isNotZero();
        assertThat(server.console())
                .containsOnlyOnce("cannot run with this configuration")
                .doesNotContain("\tat ", "Exception");
        Stream.of(
                        "mp.jwt.verify.audiences names page",
                        "mp.jwt.verify.publickey.algorithm=EdDSA is not supported",
                        "mp.jwt.verify.publickey holds no public key",
                        "mp.jwt.verify.publickey and mp.jwt.verify.publickey.location are both set",
                        "mp.jwt.verify.publickey.location=classpath:nothing.pem cannot be read",
                        "mp.jwt.verify.clock.skew=abc is no number",
                        "mp.jwt.verify.token.age=abc is no number",
                        "gatehouse.jwt.key-fetch-interval=abc is no ")
                .forEach(fault -> assertThat(server.console()).containsOnlyOnce("  - " + fault));
    }

    @Test
    @DisplayName("a production start with development defaults is refused with one message that names every key")
    void aStartWithDevelopmentDefaultsIsRefused() {
        MicroProcess server = new MicroProcess().with("gatehouse.mode", "production");

        assertThat(server.exitCode()).isNotZero();
        assertThat(server.console())
                .containsOnlyOnce("cannot run with this configuration")
                .doesNotContain("\tat ", "Exception");
        Stream.of(
                        "gatehouse.db.url",
                        "gatehouse.encryption.key",
                        "gatehouse.public-url",
                        "mp.jwt.verify.issuer",
                        "mp.jwt.verify.publickey.location",
                        "mp.jwt.verify.audiences")
                .forEach(key -> assertThat(server.console()).containsOnlyOnce("  - " + key + " is not "));
        assertThat(server.dataDirectory().resolve("database")).doesNotExist();
        assertThat(server.dataDirectory().resolve("encryption.key")).doesNotExist();
    }

    @Test
    @DisplayName(
            "a start with another encryption key than the data was begun with is refused in one line; the lost key's"
                    + " id goes on without it")
    void aStartWithAnotherEncryptionKeyIsRefused() throws IOException {
        MicroProcess server = new MicroProcess();
        server.beginOnNothing("lost-key");
        server.awaitReady();
        server.stop();
        Files.delete(server.dataDirectory().resolve("encryption.key"));

        assertThat(server.exitCode()).isEqualTo(1);

        assertThat(server.console())
                .containsOnlyOnce("secrets in this database were sealed with the key of id ")
                .doesNotContain("\tat ");
        Matcher way = Pattern.compile("gatehouse\\.encryption\\.lost-key=([0-9a-f]{8})")
                .matcher(server.console());
        assertThat(way.find()).isTrue();
        server.with("gatehouse.encryption.lost-key", way.group(1)).start();
        server.gatehouse().signedIn("alice").get("/api/me").expecting(200);
        server.stop();
    }
}
