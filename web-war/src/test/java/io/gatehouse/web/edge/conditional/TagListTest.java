package io.gatehouse.web.edge.conditional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagListTest {

    private static TagList of(String... lines) {
        TagList list = TagList.of(List.of(lines));
        assertThat(list).isNotNull();
        return list;
    }

    @Test
    void withoutAHeaderThereIsNoCondition() {
        assertThat(TagList.of(null)).isNull();
        assertThat(TagList.of(List.of())).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"t\"", "W/\"t\"", "\"a\",\"t\"", "\"a\" ,\tW/\"t\" ", ",,\"t\",", " * ", "\"a,\",\"t\""})
    void weakComparisonMatchesWeakAndStrongTags(String header) {
        assertThat(of(header).namesWeakly("t")).isTrue();
    }

    @Test
    void strongComparisonExcludesWeakTags() {
        assertThat(of("W/\"t\"").namesStrongly("t")).isFalse();
        assertThat(of("W/\"t\", \"t\"").namesStrongly("t")).isTrue();
        assertThat(of("*").namesStrongly("t")).isTrue();
    }

    @Test
    void severalHeaderLinesFormOneList() {
        assertThat(of("\"a\"", "W/\"t\"").namesWeakly("t")).isTrue();
        assertThat(of("*", "\"a\"").namesWeakly("t")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t",
                "x",
                "",
                ",",
                "\"",
                "W/",
                "W/t",
                "w/\"t\"",
                "\"t",
                "t\"",
                "\"t\"x",
                "\"t\" \"t\"",
                "*,\"t\"",
                "\"t\",*",
                "\"t\",x",
                "\"T\"",
                "\"t \"",
                "W/ \"t\"",
                "'t'"
            })
    void malformedOrOtherTagsDoNotMatch(String header) {
        assertThat(of(header).namesWeakly("t")).isFalse();
        assertThat(of(header).namesStrongly("t")).isFalse();
    }
}
