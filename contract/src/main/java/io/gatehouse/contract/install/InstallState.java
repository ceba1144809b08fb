package io.gatehouse.contract.install;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a user stands with a template.
 *
 * @param agentId the user's agent of the template; null while it is not installed
 * @param chats the chat accounts that are linked to the user, newest link first: whichever agents answer there
 * @param awaitsYes whether somebody sent the user's token and must confirm it
 * @param declinedAt when a NO last turned down the user's token, within the last day; null where none did, or where a newer
 *     link made up for it
 * @param undone the newest link that was ended by a NO within the last day; null where there is none, or where a newer
 *     link made up for it
 */
public record InstallState(
        @Nullable UUID agentId,
        List<LinkedChat> chats,
        boolean awaitsYes,
        @Nullable Instant declinedAt,
        @Nullable UndoneLink undone) {

    /** Nothing is installed, and nothing is linked. */
    public static final InstallState NOTHING = new InstallState(null, List.of(), false, null, null);

    public InstallState {
        chats = List.copyOf(chats);
    }

    /**
     * @param platform as on the wire, as in {@code whatsapp}
     * @param account as the user would write it, as in a number with a plus sign; empty where its id tells them nothing
     * @param verified whether the account itself has proved that the link is right
     * @param asked whether the account was asked to, and has not answered
     * @param code the digits that the account proves it with, where a YES alone leaves a doubt; null where it has proved it
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
     * @param verified whether it was linked before; false for a number that never agreed
     */
    public record UndoneLink(String platform, String account, boolean verified, Instant undoneAt) {}
}
