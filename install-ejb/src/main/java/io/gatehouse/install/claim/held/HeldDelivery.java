package io.gatehouse.install.claim.held;

import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.platform.PlatformAccount;

/** Delivers held messages of one origin: connections or gateways. */
public interface HeldDelivery {

    /** Whether the message has this origin. */
    boolean isFor(HeldMessage message);

    /**
     * Delivers the message to the serving agent, as if it had just been received. Runs in the caller's transaction.
     *
     * @param account of the sender
     */
    void deliver(HeldMessage message, PlatformAccount account, ChatRoute route);
}
