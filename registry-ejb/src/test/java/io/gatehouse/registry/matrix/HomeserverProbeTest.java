package io.gatehouse.registry.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.health.Readiness;
import io.gatehouse.kernel.config.Settings;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class HomeserverProbeTest {

    @Test
    void aHomeserverThatKnowsGatehouseIsUp() {
        try (MatrixTwin twin = new MatrixTwin()) {
            assertThat(check(TestHomeserver.settings(twin.uri(), Map.of()))).isEqualTo(new Readiness.Up());
        }
    }

    @Test
    void aHomeserverWithAnotherTokenOrNameIsDownWithARemedy() {
        try (MatrixTwin twin = new MatrixTwin()) {
            assertThat(why(twin.uri(), "gatehouse.matrix.as-token", "another")).contains("registration file");
            assertThat(why(twin.uri(), "gatehouse.matrix.sender-localpart", "other"))
                    .contains("@gatehouse:twin.test", "@other:twin.test");
            assertThat(why(twin.uri(), "gatehouse.matrix.server-name", "elsewhere.test"))
                    .contains("@gatehouse:elsewhere.test");
        }
    }

    @Test
    void aHangingHomeserverIsDownInTime() throws IOException {
        try (BadHomeserver bad = new BadHomeserver((out, closing) -> closing.await())) {
            assertThat(check(TestHomeserver.settings(bad.uri(), Map.of())))
                    .isEqualTo(new Readiness.Down("it does not answer in time"));
        }
    }

    @Test
    void anotherServerIsDown() throws IOException {
        try (BadHomeserver bad = new BadHomeserver(BadHomeserver.http("200 OK", "", "<html>"))) {
            assertThat(check(TestHomeserver.settings(bad.uri(), Map.of()))).isInstanceOf(Readiness.Down.class);
        }
    }

    @Test
    void beforeTheFirstCheckItIsDown() {
        HomeserverReadinessBean state =
                new HomeserverReadinessBean(TestHomeserver.settings(URI.create("http://127.0.0.1:1"), Map.of()));

        assertThat(state.check()).isInstanceOf(Readiness.Down.class);
        state.update(new Readiness.Up());
        assertThat(state.check()).isEqualTo(new Readiness.Up());
    }

    @Test
    void withoutAConfiguredHomeserverItIsUp() {
        HomeserverReadinessBean state = new HomeserverReadinessBean(Settings.of(Map.of()));

        assertThat(state.check()).isEqualTo(new Readiness.Up());
    }

    private static String why(URI homeserver, String key, String value) {
        Readiness readiness = check(TestHomeserver.settings(homeserver, Map.of(key, value)));
        assertThat(readiness).isInstanceOf(Readiness.Down.class);
        return ((Readiness.Down) readiness).why();
    }

    private static Readiness check(Settings settings) {
        return new HomeserverProbe(TestHomeserver.http(settings), settings).check();
    }
}
