package io.gatehouse.registry.mirror;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the mirror stood when a node took its turn.
 *
 * @param turn the node's, for as long as it has it
 * @param sequence of what was written last; 0 where nothing was
 * @param digest of what was written last
 */
@SuppressWarnings("ArrayRecordComponent") // compared by isOf only
public record MirrorState(
        UUID turn,
        long sequence,
        byte @Nullable [] digest,
        @Nullable Instant writtenAt) {

    /** Whether nothing needs to be written: it was this, and not too long ago. */
    boolean isOf(byte[] other, Instant now, Duration refresh) {
        return digest != null
                && writtenAt != null
                && Arrays.equals(digest, other)
                && now.isBefore(writtenAt.plus(refresh));
    }
}
