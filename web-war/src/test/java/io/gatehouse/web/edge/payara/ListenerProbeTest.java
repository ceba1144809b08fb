package io.gatehouse.web.edge.payara;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenerProbeTest {

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%4", "/%zz", "/a%2", "/%%20", "/%2g/x", "/%41%", "/%-1"})
    void anEscapeWithoutTwoHexDigitsIsBroken(String path) {
        assertThat(ListenerProbe.isBroken(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a:b", "a:b:c", "a:80x", "[::1]:x", "a: 80", "a:999999", "[::"})
    void aHostWithoutANumericPortIsBroken(String host) {
        assertThat(ListenerProbe.isBrokenHost(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:80", "127.0.0.1:8080", "[::1]", "[::1]:8080", "a:"})
    void aValidHostIsNotBroken(String host) {
        assertThat(ListenerProbe.isBrokenHost(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/%41", "/%2F%2f", "/a%C3%A9/b", "*", ""})
    void aValidPathIsNotBroken(String path) {
        assertThat(ListenerProbe.isBroken(path)).isFalse();
    }
}
