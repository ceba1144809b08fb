package io.gatehouse.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {

    @Test
    void anIdIsParsedInUpperAndLowerCase() {
        UUID id = UUID.fromString("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
        assertThat(Uuids.parse(id.toString())).contains(id);
        assertThat(Uuids.parse("0193A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B")).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "1-1-1-1-1",
                "0193a1b2c3d47e5f8a9b0c1d2e3f4a5b",
                "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5",
                "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5bc",
                "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5g",
                "0193a1b2-c3d4-7e5f-8a9b0-c1d2e3f4a5b",
                "٠193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"
            })
    void otherTextsAreRefused(String text) {
        assertThat(Uuids.parse(text)).isEmpty();
    }
}
