package io.gatehouse.install.channel.chat;

import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.claim.move.NumberOwners;
import org.jspecify.annotations.Nullable;

/** The result of looking for a message's sender and template. */
public sealed interface SenderResolution {

    /** @param ownerCheck carried out before a message is answered for the first time */
    record Resolved(Incoming message, NumberOwners.OwnerCheck ownerCheck) implements SenderResolution {}

    /** @param account of the sender; null if no agent can be installed for the sender */
    record Unresolved(ChatOutcome outcome, @Nullable PlatformAccount account) implements SenderResolution {}
}
