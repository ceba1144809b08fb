package io.gatehouse.web.matrix;

import io.gatehouse.domain.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The {@code hs_token}, with which the homeserver proves to be ours. */
@ApplicationScoped
class HomeserverToken {

    private static final String KEY = "gatehouse.matrix.hs-token";

    @Inject
    Settings settings;

    boolean isConfigured() {
        return settings.secret(KEY).isPresent();
    }

    /** Takes as long for every text of one length. */
    boolean is(String text) {
        Optional<byte[]> expected = settings.secret(KEY).map(HomeserverToken::bytes);
        return expected.isPresent() && MessageDigest.isEqual(bytes(text), expected.get());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
