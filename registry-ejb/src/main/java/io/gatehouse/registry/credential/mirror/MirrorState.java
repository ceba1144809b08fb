package io.gatehouse.registry.credential.mirror;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The state of the mirror when a node took its turn.
 *
 * @param turn identifies this node's turn
 * @param sequence of the mirror written last; 0 if none was
 * @param digest of the mirror written last
 */
@SuppressWarnings("ArrayRecordComponent") // compared by isUpToDate only
public record MirrorState(
        UUID turn,
        long sequence,
        byte @Nullable [] digest,
        @Nullable Instant writtenAt) {

    /** Whether no write is needed: the mirror has this digest and is not too old. */
    boolean isUpToDate(byte[] other, Instant now, Duration refresh) {
        return digest != null
                && writtenAt != null
                && Arrays.equals(digest, other)
                && now.isBefore(writtenAt.plus(refresh));
    }
}
