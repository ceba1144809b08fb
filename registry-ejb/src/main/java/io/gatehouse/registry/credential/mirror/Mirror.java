package io.gatehouse.registry.credential.mirror;

import io.gatehouse.registry.credential.mirror.Manifest.Slot;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Done;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Refused;
import io.gatehouse.registry.matrix.homeserver.HomeserverAnswer.Unavailable;
import io.gatehouse.registry.matrix.homeserver.HomeserverRecords;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The mirror as stored at the homeserver: a manifest, and shards that are each below the size limit of an event, in the
 * account data of the application service's sender.
 */
@Dependent
class Mirror {

    static final String MANIFEST = "io.gatehouse.token_mirror";

    /** In bytes. As base64, with the surrounding object, a shard stays below the 65,536 bytes of an event. */
    static final int MAX_SHARD_BYTES = 44_000;

    private final HomeserverRecords records;
    private final MirrorSeal seal;
    private final InstantSource clock;

    @Inject
    Mirror(HomeserverRecords records, MirrorSeal seal, InstantSource clock) {
        this.records = records;
        this.seal = seal;
        this.clock = clock;
    }

    /**
     * Returns the current manifest; empty if no mirror was written.
     *
     * @throws MirrorException if the homeserver does not answer, or stores something else there
     */
    Optional<Manifest> manifest() {
        return read(MANIFEST)
                .filter(content -> !content.strip().equals("{}"))
                .map(content -> Manifest.from(text(seal.unseal(content, records.owner(), MANIFEST))));
    }

    /** @throws MirrorException if a shard is missing, unreadable, or not of this manifest */
    String content(Manifest manifest) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int shard = 0; shard < manifest.shards(); shard++) {
            String type = type(manifest.slot(), shard);
            String content =
                    read(type).orElseThrow(() -> new ImplausibleMirrorException("the token mirror lacks " + type));
            packed.writeBytes(seal.unseal(content, records.owner(), place(manifest, shard)));
        }
        return text(unpacked(packed.toByteArray()));
    }

    private Optional<String> read(String type) {
        return done(records.read(type)).orElseThrow();
    }

    /**
     * Writes a mirror into the slot that the current one does not use.
     *
     * @throws MirrorException if the homeserver did not store all of it; the current mirror stays
     */
    void write(String content, long sequence, Slot slot) {
        byte[] packed = packed(content.getBytes(StandardCharsets.UTF_8));
        int shards = (packed.length + MAX_SHARD_BYTES - 1) / MAX_SHARD_BYTES;
        Manifest manifest = new Manifest(sequence, slot, shards, clock.instant());
        for (int shard = 0; shard < shards; shard++) {
            int from = shard * MAX_SHARD_BYTES;
            byte[] part = Arrays.copyOfRange(packed, from, Math.min(from + MAX_SHARD_BYTES, packed.length));
            write(type(slot, shard), seal.seal(part, records.owner(), place(manifest, shard)));
        }
        byte[] text = manifest.toText().getBytes(StandardCharsets.UTF_8);
        write(MANIFEST, seal.seal(text, records.owner(), MANIFEST));
    }

    private void write(String type, String content) {
        Optional<Void> nothing = done(records.write(type, content));
        if (nothing.isPresent()) {
            throw new IllegalStateException("a call without a result returned one");
        }
    }

    private static <T> Optional<T> done(HomeserverAnswer<T> answer) {
        if (answer instanceof Done<T> done) {
            return Optional.ofNullable(done.value());
        }
        String why = answer instanceof Refused<T> refused
                ? refused.why()
                : ((Unavailable<T>) Objects.requireNonNull(answer)).why();
        throw new MirrorException("the homeserver does not return or store the token mirror: " + why);
    }

    private static String type(Slot slot, int shard) {
        return MANIFEST + "." + slot.name().toLowerCase(Locale.ROOT) + "." + shard;
    }

    private static String place(Manifest manifest, int shard) {
        return type(manifest.slot(), shard) + ":" + manifest.sequence() + ":" + manifest.shards();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ImplausibleMirrorException("the shards of the token mirror do not fit together", e);
        }
    }
}
