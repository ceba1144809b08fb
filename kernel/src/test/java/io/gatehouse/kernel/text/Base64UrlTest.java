package io.gatehouse.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Base64UrlTest {

    @Test
    void bytesAreReadBack() {
        Random random = new Random(1);
        for (int length = 0; length < 100; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            String text = Base64Url.encode(bytes);

            assertThat(text).matches("[A-Za-z0-9_-]*");
            assertThat(Base64Url.decode(text)).isEqualTo(bytes);
        }
    }

    @Test
    void theAlphabetHas64Characters() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            assertThat(Base64Url.contains(c)).isEqualTo(alphabet.indexOf(c) >= 0);
        }
    }

    @Test
    void randomTextHasItsBytesFromTheSource() {
        byte[] bytes = new byte[20];
        new Random(7).nextBytes(bytes);

        assertThat(Base64Url.random(new Random(7), 20))
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Test
    void otherCharactersAreRefused() {
        for (String text : new String[] {"+/+/", "a b", "AAAAA", "é", "AA=A"}) {
            assertThatThrownBy(() -> Base64Url.decode(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
