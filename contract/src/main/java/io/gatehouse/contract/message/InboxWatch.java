package io.gatehouse.contract.message;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who wait at an inbox on this node that something came. Holds no thread and no database connection for
 * them. Register first, then read the inbox: what comes between is told.
 */
public interface InboxWatch {

    /** @param position what the watcher has seen */
    WatchResult watch(Waiting waiting, long position, Watcher watcher);

    /**
     * Who waits at which inbox. The wait ends within about a second of the end of what was shown for it.
     *
     * @param tokenId the token that was shown, or that a JWT was exchanged for: it may be revoked
     * @param until when what was shown ends by itself; null where only its token's end ends it
     */
    record Waiting(UUID agentId, UUID tokenId, @Nullable Instant until) {

        public boolean isOver(Instant now) {
            return until != null && !now.isBefore(until);
        }
    }

    /** Who waits. Called on threads of the node, never by two at once for one event; may be called for nothing. */
    interface Watcher {

        /** Something may have come. */
        void changed();

        /** Nothing has come for a while. */
        void idle();

        /** No more calls follow. */
        void ended(Reason reason);
    }

    /** Why a wait ends that its watcher did not end. */
    enum Reason {
        TOKEN_REFUSED,
        UNAVAILABLE,
        SHUTDOWN
    }

    /** One wait. */
    interface Watch {

        /** The watcher has now seen that position and all before it. */
        void seen(long position);

        /** Safe to call more than once. */
        void close();
    }

    /** Whether one may wait. */
    sealed interface WatchResult {

        record Watching(Watch watch) implements WatchResult {}

        /** As many as may wait at this inbox do already. */
        record TooManyForAgent() implements WatchResult {}

        /** As many as may wait at this node do already. */
        record TooManyForNode() implements WatchResult {}
    }
}
