package io.gatehouse.install.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FixedTextTest {

    private final Random random = new Random(1);

    @Test
    void uuidsAreWrittenLikeToStringAndReadBack() {
        for (int i = 0; i < 10_000; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            byte[] text = new byte[40];
            FixedText.writeUuid(id, text, 2);

            assertThat(new String(text, 2, 36, US_ASCII)).isEqualTo(id.toString());
            assertThat(FixedText.readUuid(text, 2)).isEqualTo(id);
        }
    }

    @Test
    void textThatIsNotAUuidDiffersWhenWrittenAgain() {
        byte[] uuid = UUID.randomUUID().toString().getBytes(US_ASCII);
        for (int i = 0; i < uuid.length; i++) {
            for (int b = 0; b < 256; b++) {
                byte[] text = uuid.clone();
                text[i] = (byte) b;
                byte[] again = new byte[36];
                FixedText.writeUuid(FixedText.readUuid(text, 0), again, 0);
                boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
                boolean isUuid = hyphen ? b == '-' : "0123456789abcdef".indexOf(b) >= 0;

                assertThat(Arrays.equals(text, again)).isEqualTo(isUuid);
            }
        }
    }

    @Test
    void secondsOfTenDigitsAreWrittenAndReadBack() {
        for (long second : new long[] {1_000_000_000L, 1_234_567_890L, 1_795_348_800L, 9_999_999_999L}) {
            byte[] text = new byte[12];
            FixedText.writeSecond(second, text, 1);

            assertThat(new String(text, 1, 10, US_ASCII)).isEqualTo(Long.toString(second));
            assertThat(FixedText.readSecond(text, 1)).isEqualTo(second);
        }
    }

    @Test
    void secondsWithoutTenDigitsAreRefused() {
        for (long second : new long[] {-1, 0, 999_999_999L, 10_000_000_000L}) {
            assertThatThrownBy(() -> FixedText.writeSecond(second, new byte[10], 0))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
