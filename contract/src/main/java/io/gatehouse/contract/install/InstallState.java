package io.gatehouse.contract.install;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user's state of an install.
 *
 * @param agentId the user's agent of the template; null while it is not installed
 * @param chats the chat accounts linked to the user, newest link first, whichever agents answer there
 * @param awaitsYes whether the user's token was sent and must be confirmed
 * @param declinedAt when a NO last declined the user's token, within the last day; null if none did, or if a newer link
 *     superseded it
 * @param undone the newest link that a NO ended within the last day; null if there is none, or if a newer link
 *     superseded it
 */
public record InstallState(
        @Nullable UUID agentId,
        List<LinkedChat> chats,
        boolean awaitsYes,
        @Nullable Instant declinedAt,
        @Nullable UndoneLink undone) {

    /** No agent is installed, and no account is linked. */
    public static final InstallState NOTHING = new InstallState(null, List.of(), false, null, null);

    public InstallState {
        chats = List.copyOf(chats);
    }

    /**
     * @param platform the wire name, such as {@code whatsapp}
     * @param account as the user would write it, such as a number with a plus sign; empty if its id means nothing to
     *     people
     * @param verified whether the account itself has proved the link
     * @param asked whether the account was asked for proof and has not answered
     * @param code the digits that prove the account if a YES alone would be ambiguous; null if it is proved
     */
    public record LinkedChat(
            String platform,
            String account,
            boolean verified,
            boolean asked,
            Instant linkedAt,
            @Nullable String code) {}

    /**
     * @param account as in {@link LinkedChat}
     * @param verified whether the link was active; false for a number that was never confirmed
     */
    public record UndoneLink(String platform, String account, boolean verified, Instant undoneAt) {}
}
