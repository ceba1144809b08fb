package io.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LaunchSettingsTest {

    private final Properties properties = new Properties();

    @Test
    void emptyValuesCountAsNotSet() {
        for (String key : new String[] {"gatehouse.http.port", "gatehouse.data.dir", "gatehouse.mode"}) {
            properties.setProperty(key, " ");
        }
        LaunchSettings settings = LaunchSettings.from(
                properties,
                Map.of(
                        "GATEHOUSE_HTTP_PORT", "",
                        "GATEHOUSE_HTTP_ADDRESS", "",
                        "GATEHOUSE_DATA_DIR", "",
                        "GATEHOUSE_MODE", ""));

        assertThat(settings).isEqualTo(LaunchSettings.from(new Properties(), Map.of()));
        assertThat(settings.listen().getPort()).isEqualTo(8080);
        assertThat(settings.listen().getAddress().isLoopbackAddress()).isTrue();
        assertThat(settings.dataDirectory()).isEqualTo(Path.of(".gatehouse").toAbsolutePath());
        assertThat(settings.production()).isFalse();
    }

    @Test
    void systemPropertiesTakePrecedenceOverVariables() {
        properties.setProperty("gatehouse.http.port", "9000");
        properties.setProperty("gatehouse.data.dir", "/elsewhere");
        LaunchSettings settings = LaunchSettings.from(
                properties,
                Map.of("GATEHOUSE_HTTP_PORT", "9001", "GATEHOUSE_DATA_DIR", "here", "GATEHOUSE_MODE", "production"));

        assertThat(settings.listen().getPort()).isEqualTo(9000);
        assertThat(settings.dataDirectory()).isEqualTo(Path.of("/elsewhere"));
        assertThat(settings.production()).isTrue();
    }

    @Test
    void anInvalidPortIsRefusedWithItsVariable() {
        for (String port : new String[] {"0", "65536", "tcp://10.0.0.1:80", "8080a"}) {
            assertThatThrownBy(() -> LaunchSettings.from(properties, Map.of("GATEHOUSE_HTTP_PORT", port)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("GATEHOUSE_HTTP_PORT");
        }
    }
}
