package io.gatehouse.install.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedEmailTest {

    @ParameterizedTest
    @CsvSource({
        "alice@example.com, a***e@e***.com",
        "al@example.co.uk, a***@e***.uk",
        "a@b.c, a***@b***.c",
        "root@localhost, r***t@l***",
        "nonsense, ***",
    })
    void anAddressIsKnownByItsOwnerOnly(String email, String masked) {
        assertThat(MaskedEmail.of(email)).isEqualTo(masked);
    }
}
