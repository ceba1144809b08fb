package io.gatehouse.install.held;

import io.gatehouse.kernel.config.EncryptionKeys;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.crypto.SealedBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/** Encrypts held messages, each for its own row: the sender has not agreed yet that anyone reads them. */
@ApplicationScoped
public class HeldBox {

    private SealedBox box;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected HeldBox() {}

    @Inject
    public HeldBox(Settings settings, SecureRandom random) {
        EncryptionKeys keys = settings.encryption();
        this.box = new SealedBox(keys.current(), keys.previous(), random);
    }

    byte[] seal(UUID id, String content) {
        return box.seal(content.getBytes(StandardCharsets.UTF_8), associatedData(id));
    }

    String open(UUID id, byte[] sealed) {
        return new String(box.open(sealed, associatedData(id)), StandardCharsets.UTF_8);
    }

    private static byte[] associatedData(UUID id) {
        return ("held:" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
