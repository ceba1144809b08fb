package io.gatehouse.registry.idempotency;

import io.gatehouse.contract.idempotency.StoredAnswer;
import io.gatehouse.kernel.config.EncryptionKeys;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.crypto.SealedBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Seals the headers and the body of a stored answer, bound to its record. */
@ApplicationScoped
class AnswerBox {

    private SealedBox box;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway.Init")
    protected AnswerBox() {}

    @Inject
    AnswerBox(Settings settings, SecureRandom random) {
        EncryptionKeys keys = settings.encryption();
        this.box = new SealedBox(keys.current(), keys.previous(), random);
    }

    byte[] seal(UUID recordId, StoredAnswer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(answer.headers().size());
            for (Map.Entry<String, String> header : answer.headers().entrySet()) {
                out.writeUTF(header.getKey());
                out.writeUTF(header.getValue());
            }
            out.write(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return box.seal(bytes.toByteArray(), associatedData(recordId));
    }

    StoredAnswer unseal(UUID recordId, int status, byte[] sealed) {
        byte[] bytes = box.open(sealed, associatedData(recordId));
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Map<String, String> headers = new HashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                String name = in.readUTF();
                headers.put(name, in.readUTF());
            }
            return new StoredAnswer(status, headers, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] associatedData(UUID recordId) {
        return ("idempotency_record.sealed_answer:" + recordId).getBytes(StandardCharsets.UTF_8);
    }
}
