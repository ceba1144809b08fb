package io.gatehouse.contract.install;

import io.gatehouse.contract.account.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * Tells those who wait on this node where they stand, and when that changes, wherever it changed. Holds no thread and no
 * database connection for them.
 */
public interface InstallWatch {

    WatchResult watch(Waiting waiting, Watcher watcher);

    /**
     * Who waits for what.
     *
     * @param sessionId the browser session that lets them: the wait ends soon after it is signed out of
     * @param until when that session ends by itself
     */
    record Waiting(UserId user, UUID templateAgentId, UUID sessionId, Instant until) {}

    /** Called on threads of the node, never by two at once. */
    interface Watcher {

        /** Where they stand: soon after the watch began, and then whenever it has changed. */
        void state(InstallState state);

        /** Nothing has changed for a while. */
        void idle();

        /** No more calls follow. */
        void ended(Reason reason);
    }

    /** Why a wait ends that its watcher did not end. */
    enum Reason {
        SIGNED_OUT,
        UNAVAILABLE,
        SHUTDOWN
    }

    /** One wait. */
    interface Watch {

        /** Safe to call more than once. */
        void close();
    }

    /** Whether one may wait. */
    sealed interface WatchResult {

        record Watching(Watch watch) implements WatchResult {}

        /** As many as may wait for this user do already. */
        record TooManyForUser() implements WatchResult {}

        /** As many as may wait at this node do already. */
        record TooManyForNode() implements WatchResult {}
    }
}
