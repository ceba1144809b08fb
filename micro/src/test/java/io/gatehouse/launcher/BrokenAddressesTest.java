package io.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%4", "/%zz", "/a%2", "/%%20", "/%2g/x", "/%41%", "/%-1"})
    void anEscapeWithoutTwoDigitsIsBroken(String path) {
        assertThat(BrokenAddresses.isBroken(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/%41", "/%2F%2f", "/a%C3%A9/b", "*", ""})
    void othersAreNot(String path) {
        assertThat(BrokenAddresses.isBroken(path)).isFalse();
    }
}
