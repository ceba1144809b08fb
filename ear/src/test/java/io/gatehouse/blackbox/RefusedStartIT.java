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

@DisplayName("gatehouse.mode=production")
class RefusedStartIT {

    @Test
    @DisplayName("a start with nothing but development defaults is refused in one message that names every key")
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
