package io.gatehouse.install.channel.webhook;

import io.gatehouse.kernel.crypto.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Computes macs like the platforms. */
final class Signing {

    private Signing() {}

    static String hex(String key, byte[]... parts) {
        return HexFormat.of().formatHex(new HmacSha256(key.getBytes(StandardCharsets.UTF_8)).sign(parts));
    }
}
