package io.gatehouse.contract.install;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The result of an install. */
public sealed interface InstallResult {

    /**
     * @param created false if the agent was already installed
     * @param mirrored how many items of each kind the mirror now contains
     * @param phone the result for the phone number; null if none was given
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

    /** No public organization publishes a template with this name or id. */
    record UnknownTemplate() implements InstallResult {}

    /** The user has no such installed agent. */
    record UnknownAgent() implements InstallResult {}

    record NoPersonalOrganization() implements InstallResult {}

    /** @param why for people */
    record NotInstallable(String why) implements InstallResult {}

    /** The user's organization has an item with this slug that is its own or of another template. */
    record SlugCollision(String kind, String slug) implements InstallResult {}

    /** The result for a phone number that came with an install. */
    sealed interface PhoneLink {

        /**
         * The link is pending until the phone answers YES. Does not reveal whether another user has the number.
         *
         * @param code the digits that the phone must answer with if a YES alone would be ambiguous
         * @param known false if no numbering plan known here contains the number: it may be mistyped
         */
        record Pending(String phone, String waJid, String code, boolean known) implements PhoneLink {}

        /** The number was already linked to the user, verified. */
        record Linked(String phone, String waJid) implements PhoneLink {}

        record InvalidPhone() implements PhoneLink {}

        record NoMember() implements PhoneLink {}
    }
}
