package io.gatehouse.install.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class HmacSha256Test {

    private final Random random = new Random(1);

    @Test
    void macsEqualThoseOfTheJdk() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        for (int keyLength = 1; keyLength <= 64; keyLength++) {
            byte[] key = bytes(keyLength);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            HmacSha256 hmac = new HmacSha256(key);
            for (int length = 0; length < 300; length += 7) {
                byte[] message = bytes(length + 3);
                byte[] signed = new byte[32];
                hmac.sign(message, 3, length, signed);

                assertThat(signed).isEqualTo(mac.doFinal(Arrays.copyOfRange(message, 3, length + 3)));
            }
        }
    }

    @Test
    void aCommonHeadNeedsToBeHashedOnlyOnce() {
        HmacSha256 hmac = new HmacSha256(bytes(32));
        for (int head = 0; head < 200; head += 9) {
            byte[] message = bytes(200);
            byte[] whole = new byte[32];
            byte[] continued = new byte[32];
            hmac.sign(message, 0, message.length, whole);
            hmac.after(Arrays.copyOf(message, head)).sign(message, head, message.length - head, continued);

            assertThat(continued).isEqualTo(whole);
        }
    }

    @Test
    void oneInstanceIsThreadSafe() throws Exception {
        byte[] key = bytes(32);
        HmacSha256 hmac = new HmacSha256(key);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] message = bytes(200);
        byte[] expected = mac.doFinal(message);

        assertThat(IntStream.range(0, 10_000).parallel().allMatch(i -> {
                    byte[] signed = new byte[32];
                    hmac.sign(message, 0, message.length, signed);
                    return Arrays.equals(signed, expected);
                }))
                .isTrue();
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
