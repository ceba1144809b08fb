package io.gatehouse.contract.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final UUID ID = UUID.fromString("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");

    private record Place(long number, UUID id) {}

    private static PageRequest at(String cursor) {
        return new PageRequest(2, cursor);
    }

    @Test
    void everyCursorIsReadBack() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            long number = i == 0 ? Long.MIN_VALUE : random.nextLong();
            UUID id = new UUID(random.nextLong(), random.nextLong());

            assertThat(at(Cursor.of(number)).numberCursor()).isEqualTo(number);
            assertThat(at(Cursor.of(id)).idCursor()).isEqualTo(id);
            assertThat(at(Cursor.of(number, id)).positionCursor(Place::new)).isEqualTo(new Place(number, id));
            assertThat(Cursor.of(number, id)).matches("[A-Za-z0-9_-]{32}");
        }
    }

    @Test
    void theFirstPageHasNone() {
        PageRequest first = new PageRequest(2, null);

        assertThat(first.numberCursor()).isNull();
        assertThat(first.idCursor()).isNull();
        assertThat(first.positionCursor(Place::new)).isNull();
    }

    @Test
    void theCursorOfAListOfAnotherOrderIsRefused() {
        assertThatThrownBy(() -> at(Cursor.of(ID)).numberCursor()).isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> at(Cursor.of(1)).idCursor()).isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> at(Cursor.of(1, ID)).idCursor()).isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> at(Cursor.of(ID)).positionCursor(Place::new))
                .isInstanceOf(InvalidCursorException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "?",
                "\0",
                "AAAAAAAAAAB",
                "AAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAB",
                "AAAAAAAAAAAAAAAAAAAAAA==",
                "0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b",
                "17",
                "é"
            })
    void anyOtherTextIsRefused(String text) {
        assertThatThrownBy(() -> at(text).numberCursor()).isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> at(text).idCursor()).isInstanceOf(InvalidCursorException.class);
        assertThatThrownBy(() -> at(text).positionCursor(Place::new)).isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void aPageEndsWhereTheLimitSaysAndNamesItsLastItem() {
        assertThat(Page.of(List.of("a", "b", "c"), 2, String::toUpperCase))
                .isEqualTo(new Page<>(List.of("a", "b"), "B"));
        assertThat(Page.of(List.of("a", "b"), 2, String::toUpperCase)).isEqualTo(new Page<>(List.of("a", "b"), null));
        assertThat(Page.of(List.<String>of(), 2, String::toUpperCase)).isEqualTo(new Page<>(List.of(), null));
        assertThat(new Page<>(List.of("a", "bb"), "next").map(String::length))
                .isEqualTo(new Page<>(List.of(1, 2), "next"));
    }
}
