package io.gatehouse.web.api.matrix;

import io.gatehouse.kernel.config.MatrixSettings;
import io.gatehouse.kernel.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The {@code hs_token} by which the homeserver authenticates: that of the configured homeserver, or one set before a
 * homeserver is configured.
 */
@ApplicationScoped
class HomeserverToken {

    private static final String KEY = "gatehouse.matrix.hs-token";

    @Inject
    Settings settings;

    private byte @Nullable [] expected;

    @PostConstruct
    void read() {
        expected = settings.matrix()
                .map(MatrixSettings::hsToken)
                .or(() -> settings.secret(KEY))
                .map(HomeserverToken::bytes)
                .orElse(null);
    }

    boolean isConfigured() {
        return expected != null;
    }

    /** Compares in constant time for texts of equal length. */
    boolean is(String text) {
        return expected != null && MessageDigest.isEqual(bytes(text), expected);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
