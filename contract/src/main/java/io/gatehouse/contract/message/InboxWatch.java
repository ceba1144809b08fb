package io.gatehouse.contract.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Notifies waiting requests on this node that their inbox has new events. Uses no thread and no database connection per
 * waiting request. Register first, then read the inbox: events in between are notified.
 */
public interface InboxWatch {

    /** @param position the last position that the watcher has seen */
    WatchResult watch(Waiting waiting, long position, Watcher watcher);

    /**
     * A waiting request. Ends within about a second after its credential does.
     *
     * @param tokenId the token that was presented, or that a JWT was exchanged for; it may be revoked
     * @param until when the credential expires; null if only revocation of its token ends it
     */
    record Waiting(UUID agentId, UUID tokenId, @Nullable Instant until) {

        public boolean isOver(Instant now) {
            return until != null && !now.isBefore(until);
        }
    }

    /** Called on threads of the node, never concurrently for one event; may be called without a change. */
    interface Watcher {

        /** New events may have arrived. */
        void changed();

        /** No event has arrived for a while. */
        void idle();

        /** No more calls follow. */
        void ended(Reason reason);
    }

    /** Why a wait ended other than by its watcher. */
    enum Reason {
        TOKEN_REFUSED,
        UNAVAILABLE,
        SHUTDOWN
    }

    interface Watch {

        /** Tells that the watcher has seen all events up to this position. */
        void seen(long position);

        /** Idempotent. */
        void close();
    }

    /** Whether the request was admitted. */
    sealed interface WatchResult {

        record Watching(Watch watch) implements WatchResult {}

        /** The limit per inbox is reached. */
        record TooManyForAgent() implements WatchResult {}

        /** The limit of this node is reached. */
        record TooManyForNode() implements WatchResult {}
    }
}
