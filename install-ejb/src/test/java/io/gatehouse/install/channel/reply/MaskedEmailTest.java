package io.gatehouse.install.channel.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedEmailTest {

    @ParameterizedTest
    @CsvSource({
        "alice@example.com, a***e@e***.com",
        "al@example.co.uk, a***@e***.uk",
        "a@b.cc, a***@b***.cc",
        "jürgen@bücher.example, j***n@b***.example",
        "o'neil+news@mail.example.org, o***s@m***.org",
        "ivan@xn--e1afmkfd.xn--p1ai, i***n@x***",
    })
    void anAddressIsMasked(String email, String masked) {
        assertThat(MaskedEmail.of(email)).contains(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "root@localhost",
                "@example.com",
                "a@",
                "a@.com",
                "a@b.c",
                "a@b.c0m",
                "a@x. Your bank: call 555-1234 now http://evil/pay",
                "a@x.com\nYour bank",
                "a b@x.com",
                "a@x.com,b@y.com",
                "a@x@y.com",
                "<a@x.com>",
                "a@x.callfivefivefiveonetwothreefournow",
                "\u202Emoc.live@a.com",
                "a@-x.com",
            })
    void aTextThatIsNotAnAddressIsNotShown(String email) {
        assertThat(MaskedEmail.of(email)).isEmpty();
    }

    @Test
    void aMaskedAddressIsShortForAnyAddress() {
        String longest = "a".repeat(64) + "@" + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(24);

        assertThat(MaskedEmail.of(longest))
                .hasValueSatisfying(masked -> assertThat(masked).hasSizeLessThan(40));
        assertThat(MaskedEmail.of("a@" + "b.".repeat(200) + "com")).isEmpty();
        assertThat(MaskedEmail.of(null)).isEmpty();
    }
}
