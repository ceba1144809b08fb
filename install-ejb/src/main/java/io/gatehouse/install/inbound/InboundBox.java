package io.gatehouse.install.inbound;

import io.gatehouse.kernel.config.EncryptionKeys;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.crypto.SealedBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.UUID;

/** Encrypts messages, each for its own row: a message may contain an install token that is still valid. */
@ApplicationScoped
public class InboundBox {

    private SealedBox box;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected InboundBox() {}

    @Inject
    public InboundBox(Settings settings, SecureRandom random) {
        EncryptionKeys keys = settings.encryption();
        this.box = new SealedBox(keys.current(), keys.previous(), random);
    }

    byte[] seal(UUID connectionId, String rowId, InboundMessage message) {
        return box.seal(message.toJson().getBytes(StandardCharsets.UTF_8), associatedData(connectionId, rowId));
    }

    InboundMessage open(InboundStore.Leased row) {
        byte[] opened = box.open(row.sealedContent(), associatedData(row.connectionId(), row.messageId()));
        return InboundMessage.fromJson(new String(opened, StandardCharsets.UTF_8));
    }

    private static byte[] associatedData(UUID connectionId, String rowId) {
        return ("inbound:" + connectionId + ":" + rowId).getBytes(StandardCharsets.UTF_8);
    }
}
