package io.gatehouse.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.blackbox.server.MicroProcess;
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
}
