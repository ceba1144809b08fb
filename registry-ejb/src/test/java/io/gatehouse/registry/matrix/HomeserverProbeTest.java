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
    void aHomeserverThatKnowsUsIsUp() {
        try (MatrixTwin twin = new MatrixTwin()) {
            assertThat(look(TestHomeserver.settings(twin.uri(), Map.of()))).isEqualTo(new Readiness.Up());
        }
    }

    @Test
    void oneThatKnowsAnotherTokenOrNameIsDownAndSaysWhatToDo() {
        try (MatrixTwin twin = new MatrixTwin()) {
            assertThat(why(twin.uri(), "gatehouse.matrix.as-token", "another")).contains("registration file");
            assertThat(why(twin.uri(), "gatehouse.matrix.sender-localpart", "other"))
                    .contains("@gatehouse:twin.test", "@other:twin.test");
            assertThat(why(twin.uri(), "gatehouse.matrix.server-name", "elsewhere.test"))
                    .contains("@gatehouse:elsewhere.test");
        }
    }

    @Test
    void oneThatHangsIsDownInTime() throws IOException {
        try (BadHomeserver bad = new BadHomeserver((out, closing) -> closing.await())) {
            assertThat(look(TestHomeserver.settings(bad.uri(), Map.of())))
                    .isEqualTo(new Readiness.Down("it does not answer in time"));
        }
    }

    @Test
    void whatIsNoHomeserverIsDown() throws IOException {
        try (BadHomeserver bad = new BadHomeserver(BadHomeserver.http("200 OK", "", "<html>"))) {
            assertThat(look(TestHomeserver.settings(bad.uri(), Map.of()))).isInstanceOf(Readiness.Down.class);
        }
    }

    @Test
    void beforeTheFirstLookNothingIsUp() {
        HomeserverReadinessBean state =
                new HomeserverReadinessBean(TestHomeserver.settings(URI.create("http://127.0.0.1:1"), Map.of()));

        assertThat(state.check()).isInstanceOf(Readiness.Down.class);
        state.found(new Readiness.Up());
        assertThat(state.check()).isEqualTo(new Readiness.Up());
    }

    @Test
    void withoutAHomeserverNothingIsMissing() {
        HomeserverReadinessBean state = new HomeserverReadinessBean(Settings.of(Map.of()));

        assertThat(state.check()).isEqualTo(new Readiness.Up());
    }

    private static String why(URI homeserver, String key, String value) {
        Readiness readiness = look(TestHomeserver.settings(homeserver, Map.of(key, value)));
        assertThat(readiness).isInstanceOf(Readiness.Down.class);
        return ((Readiness.Down) readiness).why();
    }

    private static Readiness look(Settings settings) {
        return new HomeserverProbe(TestHomeserver.http(settings), settings).look();
    }
}
