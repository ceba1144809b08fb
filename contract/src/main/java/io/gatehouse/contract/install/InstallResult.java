package io.gatehouse.contract.install;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of an install. */
public sealed interface InstallResult {

    /**
     * @param created false if the agent was there before
     * @param mirrored how many items of each kind the mirror holds now
     * @param phone what became of the phone number; null if none was given
     */
    record Installed(
            UUID agentId,
            UUID organizationId,
            String organizationSlug,
            String templateSlug,
            boolean created,
            Mirrored mirrored,
            @Nullable PhoneLink phone)
            implements InstallResult {}

    /** No public organization publishes a template under this name or id. */
    record UnknownTemplate() implements InstallResult {}

    /** There is no such installed agent of this user. */
    record UnknownAgent() implements InstallResult {}

    record NoPersonalOrganization() implements InstallResult {}

    /** @param why for a person */
    record NotInstallable(String why) implements InstallResult {}

    /** The user's organization has an item of its own, or of another template, under this slug. */
    record SlugCollision(String kind, String slug) implements InstallResult {}

    /** What became of a phone number that came with an install. */
    sealed interface PhoneLink {

        /**
         * Kept, for its phone to say YES to this user; whether anybody else has it is not told.
         *
         * @param code the digits that the phone answers with, where a YES alone leaves in doubt whose it is
         * @param known false for a number that is in no numbering plan as far as is known here: it may be mistyped
         */
        record Pending(String phone, String waJid, String code, boolean known) implements PhoneLink {}

        /** The user's already, and verified. */
        record Linked(String phone, String waJid) implements PhoneLink {}

        record InvalidPhone() implements PhoneLink {}

        record NoMember() implements PhoneLink {}
    }
}
