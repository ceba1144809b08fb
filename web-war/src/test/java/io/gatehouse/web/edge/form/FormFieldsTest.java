package io.gatehouse.web.edge.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gatehouse.web.edge.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormFieldsTest {

    private static FormFields form(String form) {
        return FormFields.parse(form.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void fieldsAreDecodedAsUtf8() {
        FormFields form = form("a=1+2&b=%2B%3d%26&%C3%A9=%F0%9F%98%80&plain=\u00e9");
        assertThat(form.first("a")).isEqualTo("1 2");
        assertThat(form.first("b")).isEqualTo("+=&");
        assertThat(form.first("\u00e9")).isEqualTo("\uD83D\uDE00");
        assertThat(form.first("plain")).isEqualTo("\u00e9");
    }

    @Test
    void fieldsMayRepeatAndBeEmpty() {
        FormFields form = form("&a=1&&b&c=&a=x=y&");
        assertThat(form.all("a")).containsExactly("1", "x=y");
        assertThat(form.first("b")).isEmpty();
        assertThat(form.first("c")).isEmpty();
        assertThat(form.has("c")).isTrue();
        assertThat(form.has("d")).isFalse();
        assertThat(form.first("d")).isNull();
    }

    @Test
    void anEmptyBodyHasNoFields() {
        assertThat(form("").has("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=%",
                "a=%4",
                "a=%zz",
                "a=%4g",
                "%=1",
                "a=%-1",
                "a=%FF",
                "a=%C3",
                "a=%ED%A0%80",
                "a=%00",
                "a%00=b"
            })
    void malformedEscapesAndInvalidTextsAreRefused(String form) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> form(form));
        assertThat(refusal.problem().status()).isEqualTo(400);
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] latin = "a=\u00e9".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(catchThrowableOfType(ProblemException.class, () -> FormFields.parse(latin))
                        .problem()
                        .status())
                .isEqualTo(400);
    }
}
