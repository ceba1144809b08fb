package io.gatehouse.registry.tenant.idempotency;

import io.gatehouse.contract.idempotency.StoredAnswer;
import io.gatehouse.kernel.crypto.SealedBox;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Seals the headers and the body of a stored answer, bound to its record. */
@Dependent
class AnswerBox {

    private final SealedBox box;

    @Inject
    AnswerBox(SealedBox box) {
        this.box = box;
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
        return box.seal(bytes.toByteArray(), place(recordId));
    }

    StoredAnswer unseal(UUID recordId, int status, byte[] sealed) {
        byte[] bytes = box.open(sealed, place(recordId));
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

    private static String place(UUID recordId) {
        return "idempotency_record.sealed_answer:" + recordId;
    }
}
