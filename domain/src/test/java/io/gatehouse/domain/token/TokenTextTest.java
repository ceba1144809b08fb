package io.gatehouse.domain.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.token.TokenPrefix;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTextTest {

    private final SecureRandom random = new SecureRandom();
    private final String token = TokenText.mint(TokenPrefix.AGENT, random).reveal();

    @Test
    void aMintedTokenHasAPrefixThirtyRandomAndSixChecksumCharacters() {
        assertThat(token).matches("magt_[0-9A-Za-z]{36}");
        assertThat(TokenText.mint(TokenPrefix.HOST, random).reveal()).matches("mhst_[0-9A-Za-z]{36}");
    }

    @Test
    void aMintedTokenCanBeParsed() {
        for (int i = 0; i < 1_000; i++) {
            TokenText minted = TokenText.mint(TokenPrefix.HOST, random);

            assertThat(TokenText.parse(minted.reveal())).hasValueSatisfying(read -> {
                assertThat(read.prefix()).isEqualTo(TokenPrefix.HOST);
                assertThat(read.hash()).isEqualTo(minted.hash());
                assertThat(minted.reveal()).endsWith(read.lastFour());
            });
        }
    }

    @Test
    void mintedTokensDiffer() {
        Set<String> minted = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            minted.add(TokenText.mint(TokenPrefix.AGENT, random).reveal());
        }
        assertThat(minted).hasSize(1_000);
    }

    @Test
    void truncatedTokensAreRefused() {
        for (int length = 0; length < token.length(); length++) {
            assertThat(TokenText.parse(token.substring(0, length))).isEmpty();
        }
    }

    @Test
    void aTokenWithOneLetterInTheOtherCaseIsRefused() {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            char other = Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c);
            if (other != c) {
                assertThat(TokenText.parse(token.substring(0, i) + other + token.substring(i + 1)))
                        .isEmpty();
            }
        }
    }

    @Test
    void aTokenWithTwoSwappedCharactersIsRefused() {
        for (int i = 5; i < token.length() - 1; i++) {
            if (token.charAt(i) != token.charAt(i + 1)) {
                String swapped = token.substring(0, i) + token.charAt(i + 1) + token.charAt(i) + token.substring(i + 2);
                assertThat(TokenText.parse(swapped)).isEmpty();
            }
        }
    }

    @Test
    void anotherPrefixIsRefused() {
        assertThat(TokenText.parse("mhst_" + token.substring(5))).isEmpty();
        assertThat(TokenText.parse("xxxx_" + token.substring(5))).isEmpty();
    }

    /** Checksums computed with zlib, so that tokens of other lengths stay valid. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "magt_73pmddQ",
                "mhst_Zz09Zz09Zz09Zz09Zz09Zz09Zz09Zz09Zz09Zz09Zz09Zz09Zz09Zz09Zz09Zz09Zz09Zz09Zz09Zz091qrLdv"
            })
    void tokensOfOtherLengthsAreAccepted(String known) {
        assertThat(TokenText.parse(known)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "magt_", "magt_3yPSmD", "magt_ 00000000", "MAGT_abc", "magt_é00000"})
    void invalidTextsAreRefused(String text) {
        assertThat(TokenText.parse(text)).isEmpty();
    }

    @Test
    void aVeryLongTextIsRefused() {
        assertThat(TokenText.parse("magt_" + "a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void toStringShowsOnlyTheLastFourCharacters() {
        assertThat(TokenText.parse(token).orElseThrow()).hasToString("magt_…" + token.substring(token.length() - 4));
    }
}
