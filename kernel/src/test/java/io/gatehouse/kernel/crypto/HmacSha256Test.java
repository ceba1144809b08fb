package io.gatehouse.kernel.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class HmacSha256Test {

    private final Random random = new Random(1);

    /** RFC 4231 section 4.3. */
    @Test
    void theSecondExampleOfTheRfcIsReproduced() {
        byte[] mac = new HmacSha256("Jefe".getBytes(US_ASCII)).sign("what do ya want for nothing?".getBytes(US_ASCII));

        assertThat(HexFormat.of().formatHex(mac))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void macsEqualThoseOfTheJdkForKeysOfEveryLength() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        for (int keyLength = 1; keyLength <= 100; keyLength++) {
            byte[] key = bytes(keyLength);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            HmacSha256 hmac = new HmacSha256(key);
            for (int length = 0; length < 300; length += 7) {
                byte[] message = bytes(length);

                assertThat(hmac.sign(message)).isEqualTo(mac.doFinal(message));
            }
        }
    }

    @Test
    void theMacOfPartsIsThatOfTheWhole() {
        HmacSha256 hmac = new HmacSha256(bytes(32));
        byte[] message = bytes(200);
        for (int head = 0; head <= 200; head += 8) {
            byte[] first = Arrays.copyOf(message, head);
            byte[] rest = Arrays.copyOfRange(message, head, 200);

            assertThat(hmac.sign(first, rest)).isEqualTo(hmac.sign(message));
            assertThat(hmac.verifies(hmac.sign(message), first, rest)).isTrue();
        }
    }

    @Test
    void onlyTheWholeMacOfTheMessageVerifies() {
        HmacSha256 hmac = new HmacSha256(bytes(32));
        byte[] message = bytes(50);
        byte[] mac = hmac.sign(message);
        byte[] altered = mac.clone();
        altered[31] ^= 1;

        assertThat(hmac.verifies(mac, message)).isTrue();
        assertThat(hmac.verifies(altered, message)).isFalse();
        assertThat(hmac.verifies(Arrays.copyOf(mac, 31), message)).isFalse();
        assertThat(hmac.verifies(new byte[0], message)).isFalse();
        assertThat(hmac.verifies(mac, bytes(50))).isFalse();
        assertThat(new HmacSha256(bytes(32)).verifies(mac, message)).isFalse();
    }

    @Test
    void oneInstanceIsThreadSafe() {
        HmacSha256 hmac = new HmacSha256(bytes(32));
        byte[] message = bytes(200);
        byte[] expected = hmac.sign(message);

        assertThat(IntStream.range(0, 10_000).parallel().allMatch(i -> hmac.verifies(expected, message)))
                .isTrue();
    }

    @Test
    void anEmptyKeyIsRefused() {
        assertThatThrownBy(() -> new HmacSha256(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
