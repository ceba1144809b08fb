package io.gatehouse.contract.message;

import java.util.UUID;

/**
 * Tells those who wait at an inbox on this node that something came. Holds no thread and no database connection for
 * them. Register first, then read the inbox: what comes between is told.
 */
public interface InboxWatch {

    /**
     * @param tokenId the token that was shown: the wait ends within about a second of its revocation
     * @param position what the watcher has seen
     */
    WatchResult watch(UUID agentId, UUID tokenId, long position, Watcher watcher);

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
