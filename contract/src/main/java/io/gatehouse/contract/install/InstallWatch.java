package io.gatehouse.contract.install;

import io.gatehouse.contract.account.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * Notifies waiting requests on this node of their install state and its changes, on whichever node the change was made.
 * Uses no thread and no database connection per waiting request.
 */
public interface InstallWatch {

    WatchResult watch(Waiting waiting, Watcher watcher);

    /**
     * A waiting request.
     *
     * @param sessionId the browser session that permits it: the wait ends soon after sign-out
     * @param until when that session expires
     */
    record Waiting(UserId user, UUID templateAgentId, UUID sessionId, Instant until) {}

    /** Called on threads of the node, never concurrently. */
    interface Watcher {

        /** The current state: called soon after the watch began, and after each change. */
        void state(InstallState state);

        /** No change for a while. */
        void idle();

        /** No more calls follow. */
        void ended(Reason reason);
    }

    /** Why a wait ended other than by its watcher. */
    enum Reason {
        SIGNED_OUT,
        UNAVAILABLE,
        SHUTDOWN
    }

    interface Watch {

        /** Idempotent. */
        void close();
    }

    /** Whether the request was admitted. */
    sealed interface WatchResult {

        record Watching(Watch watch) implements WatchResult {}

        /** The limit per user is reached. */
        record TooManyForUser() implements WatchResult {}

        /** The limit of this node is reached. */
        record TooManyForNode() implements WatchResult {}
    }
}
