package io.gatehouse.web.page.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.config.EncryptionKeys;
import io.gatehouse.testkit.FuzzLimits;
import io.gatehouse.testkit.FuzzText;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Input: the value of a sealed cookie, in which {@code {sealed}} stands for a genuine one, and a return path. Only a
 * value sealed here may open, with its original content; and every accepted path must lead to this site.
 */
public final class CookieFuzz {

    private static final String HERE = "https://gatehouse.example";
    private static final String BOUND_TO = "deployment";
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);
    private static final SealedText SEAL =
            new SealedText(new EncryptionKeys(new byte[EncryptionKeys.LENGTH], null), "fuzz", new SecureRandom());
    private static final String SEALED = SEAL.seal(CONTENT, BOUND_TO);

    private CookieFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = FuzzText.of(input);
        String cookie = text.replace("{sealed}", SEALED);
        FuzzLimits.within(() -> SEAL.open(cookie, BOUND_TO)).ifPresent(content -> {
            assertThat(content).isEqualTo(CONTENT);
            assertThat(Base64.getUrlDecoder().decode(cookie))
                    .isEqualTo(Base64.getUrlDecoder().decode(SEALED));
        });
        assertThat(SEAL.open(cookie, "another deployment")).isEmpty();
        SEAL.isStale(cookie);

        String path = FuzzLimits.within(() -> ReturnPath.of(text)).text();
        assertThat(ReturnPath.of(path).text()).as("taken again").isEqualTo(path);
        URI target = URI.create(HERE + "/session/sign-in").resolve(path);
        assertThat(target.toString()).startsWith(HERE + "/");
        assertThat(target.getHost()).isEqualTo("gatehouse.example");
    }
}
