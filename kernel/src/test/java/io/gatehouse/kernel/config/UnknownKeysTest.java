package io.gatehouse.kernel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnknownKeysTest {

    @Test
    void aMisspelledKeyIsReportedWithTheClosestKnownKey() {
        assertThat(UnknownKeys.among(
                        Set.of("gatehouse.public.url", "java.version"),
                        Map.of("GATEHOUSE_RATE_MINTS", "1", "GATEHOUSE_NOTHING_LIKE_IT", "1", "PATH", "x")))
                .containsExactly(
                        "The system property gatehouse.public.url sets no key of Gatehouse; is gatehouse.public-url meant?",
                        "The environment variable GATEHOUSE_NOTHING_LIKE_IT sets no key of Gatehouse",
                        "The environment variable GATEHOUSE_RATE_MINTS sets no key of Gatehouse; is"
                                + " GATEHOUSE_RATE_MINT meant?");
    }

    @Test
    void keysTheirFilesAndVariablesOfPlatformsAreKnown() {
        assertThat(UnknownKeys.among(
                        Set.of("gatehouse.public-url", "gatehouse.db.password.file"),
                        Map.of(
                                "GATEHOUSE_DB_PASSWORD_FILE", "x",
                                "GATEHOUSE_HTTP_ADDRESS", "x",
                                "GATEHOUSE_PORT", "tcp://10.0.0.1:80",
                                "GATEHOUSE_SERVICE_HOST", "10.0.0.1",
                                "GATEHOUSE_PORT_80_TCP_ADDR", "10.0.0.1")))
                .isEmpty();
    }

    @Test
    void aFileForAKeyThatIsNotSecretIsReported() {
        assertThat(UnknownKeys.among(Set.of(), Map.of("GATEHOUSE_DB_USER_FILE", "x")))
                .hasSize(1);
    }
}
