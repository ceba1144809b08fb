package io.gatehouse.registry.tenant.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.page.InvalidCursorException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListPositionTest {

    @Test
    void aTimeIsKeptToTheMicrosecond() {
        assertThat(ListPosition.at(1_790_000_000_000_001L, UUID.randomUUID()).linkedAt())
                .isEqualTo(Instant.ofEpochSecond(1_790_000_000L, 1_000));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 253_402_300_800_000_000L, Long.MAX_VALUE})
    void aTimeThatNoDatabaseKnowsIsNoPosition(long micros) {
        assertThatThrownBy(() -> ListPosition.at(micros, UUID.randomUUID())).isInstanceOf(InvalidCursorException.class);
    }
}
