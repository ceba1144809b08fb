package io.gatehouse.domain.audit;

import io.gatehouse.kernel.crypto.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The canonical bytes that an event's hash covers, unambiguous: a label, every field in a fixed order, text preceded by
 * its length, the time in microseconds since 1970, the precision of both databases.
 */
record CanonicalEvent(
        UUID id,
        UUID organizationId,
        long sequence,
        Instant occurredAt,
        String actor,
        String action,
        String subject,
        String details) {

    private static final String LABEL = "gatehouse/audit-event/v1";

    byte[] hash(byte[] previousHash) {
        return Sha256.of(bytes(previousHash));
    }

    private byte[] bytes(byte[] previousHash) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, LABEL.getBytes(StandardCharsets.UTF_8));
            write(out, previousHash);
            write(out, organizationId);
            out.writeLong(sequence);
            write(out, id);
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt));
            for (String text : new String[] {actor, action, subject, details}) {
                write(out, text.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] field) throws IOException {
        out.writeInt(field.length);
        out.write(field);
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }
}
