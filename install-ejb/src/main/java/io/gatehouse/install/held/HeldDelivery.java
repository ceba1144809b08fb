package io.gatehouse.install.held;

import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.platform.PlatformAccount;

/** One way by which messages come in, for those that had to wait. */
public interface HeldDelivery {

    /** Whether the message came in by this way. */
    boolean isFor(HeldMessage message);

    /**
     * Hands the message to the agent that serves, as if it came only now; in the caller's transaction.
     *
     * @param account of the sender
     */
    void deliver(HeldMessage message, PlatformAccount account, ChatRoute route);
}
