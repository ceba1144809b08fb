package io.gatehouse.kernel.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SealedBoxTest {

    private static final byte[] SECRET = "xoxb-a-bot-token".getBytes(UTF_8);
    private static final String ROW = "connection/1/bot_token";

    private final SecureRandom random = new SecureRandom();
    private final byte[] oldKey = key();
    private final byte[] newKey = key();
    private final SealedBox box = new SealedBox(newKey, random);

    @Test
    void opensWhatItSealed() {
        assertThat(box.open(box.seal(SECRET, ROW), ROW)).isEqualTo(SECRET);
        assertThat(box.open(box.seal(new byte[0], ROW), ROW)).isEmpty();
    }

    /** Sealed by release 0.1.0: values in databases stay readable. */
    @Test
    void opensTheStoredFormat() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        byte[] sealed = HexFormat.of()
                .parseHex(
                        "01d2d3fbadc1d2eacaaf10ec5ba7db43edc53320871243513cc02bc25d1bd2caf32a63719e12f649c26abf9584001fae2f");

        assertThat(new SealedBox(key, random).open(sealed, ROW)).isEqualTo(SECRET);
    }

    @Test
    void aTextIsSealedAsItsBytesInUtf8() {
        assertThat(box.openText(box.sealText("grüße 👋", ROW), ROW)).isEqualTo("grüße 👋");
        assertThat(box.open(box.sealText("grüße", ROW), ROW)).isEqualTo("grüße".getBytes(UTF_8));
    }

    @Test
    void sealsTheSameSecretDifferentlyEachTime() {
        assertThat(box.seal(SECRET, ROW)).isNotEqualTo(box.seal(SECRET, ROW));
    }

    @Test
    void valuesSealedByManyThreadsEachOpen() {
        List<byte[]> sealed = IntStream.range(0, 5_000)
                .parallel()
                .mapToObj(n -> box.seal(("secret " + n).getBytes(UTF_8), "row " + n))
                .toList();

        for (int n = 0; n < sealed.size(); n++) {
            assertThat(box.open(sealed.get(n), "row " + n)).isEqualTo(("secret " + n).getBytes(UTF_8));
        }
    }

    @Test
    void refusesAValueWithAnySingleByteAltered() {
        byte[] sealed = box.seal(SECRET, ROW);

        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> box.open(altered, ROW)).as("byte %d", i).isInstanceOf(UnsealException.class);
        }
    }

    @Test
    void refusesATruncatedValue() {
        byte[] sealed = box.seal(SECRET, ROW);

        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> box.open(cut, ROW)).as("%d bytes", length).isInstanceOf(UnsealException.class);
        }
    }

    @Test
    void refusesAValueThatWasCopiedToAnotherRow() {
        byte[] sealed = box.seal(SECRET, ROW);

        assertThatThrownBy(() -> box.open(sealed, "connection/2/bot_token")).isInstanceOf(UnsealException.class);
    }

    @Test
    void afterRotationThePreviousKeyStillOpensAndOnlyTheCurrentOneSeals() {
        byte[] sealedBefore = new SealedBox(oldKey, random).seal(SECRET, ROW);
        SealedBox rotated = new SealedBox(newKey, oldKey, random);

        assertThat(rotated.open(sealedBefore, ROW)).isEqualTo(SECRET);
        assertThat(rotated.isStale(sealedBefore)).isTrue();

        byte[] sealedAfter = rotated.seal(SECRET, ROW);
        assertThat(rotated.isStale(sealedAfter)).isFalse();
        assertThat(box.open(sealedAfter, ROW)).isEqualTo(SECRET);
    }

    @Test
    void nodesWithTheSameTwoKeysOpenEachOthersValuesWhicheverKeyIsCurrent() {
        SealedBox first = new SealedBox(oldKey, newKey, random);
        SealedBox second = new SealedBox(newKey, oldKey, random);

        byte[] byFirst = first.seal(SECRET, ROW);
        byte[] bySecond = second.seal(SECRET, ROW);

        assertThat(second.open(byFirst, ROW)).isEqualTo(SECRET);
        assertThat(first.open(bySecond, ROW)).isEqualTo(SECRET);
        assertThat(new SealedBox(oldKey, random).open(byFirst, ROW)).isEqualTo(SECRET);
        assertThat(box.open(bySecond, ROW)).isEqualTo(SECRET);
    }

    @Test
    void aMissingKeyIsNamedAsTheCause() {
        byte[] sealedBefore = new SealedBox(oldKey, random).seal(SECRET, ROW);

        assertThatThrownBy(() -> box.open(sealedBefore, ROW)).hasMessageContaining("gatehouse.encryption.key");
    }

    private byte[] key() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }
}
