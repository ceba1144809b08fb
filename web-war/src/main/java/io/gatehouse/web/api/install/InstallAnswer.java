package io.gatehouse.web.api.install;

import io.gatehouse.contract.install.InstallResult;
import io.gatehouse.contract.install.InstallResult.PhoneLink;
import io.gatehouse.contract.install.Mirrored;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The result of an install or a resync. */
public record InstallAnswer(
        UUID agentId,
        UUID organizationId,
        String organizationSlug,
        boolean created,
        Items mirrored,
        String redirectTo,
        @Nullable Whatsapp whatsapp,
        @Nullable String whatsappError) {

    public static InstallAnswer from(InstallResult.Installed installed) {
        PhoneLink phone = installed.phone();
        return new InstallAnswer(
                installed.agentId(),
                installed.organizationId(),
                installed.organizationSlug(),
                installed.created(),
                Items.from(installed.mirrored()),
                "/install/" + installed.templateSlug() + "?agent=" + installed.agentId(),
                whatsapp(phone),
                error(phone));
    }

    private static @Nullable String error(@Nullable PhoneLink phone) {
        if (phone instanceof PhoneLink.InvalidPhone) {
            return "invalid_phone";
        }
        if (phone instanceof PhoneLink.NoMember) {
            return "no_member";
        }
        return null;
    }

    private static @Nullable Whatsapp whatsapp(@Nullable PhoneLink phone) {
        if (phone instanceof PhoneLink.Pending pending) {
            return new Whatsapp(
                    pending.phone(), pending.waJid(), false, pending.code(), pending.known() ? null : "unknown_number");
        }
        return phone instanceof PhoneLink.Linked linked
                ? new Whatsapp(linked.phone(), linked.waJid(), true, null, null)
                : null;
    }

    /** The number of mirrored items of each kind. */
    public record Items(
            @JsonbProperty("entity_types") @Schema(name = "entity_types")
            int entityTypes,

            @JsonbProperty("entity_relationship_types") @Schema(name = "entity_relationship_types")
            int relationshipTypes,

            @JsonbProperty("event_classifiers") @Schema(name = "event_classifiers")
            int classifiers,

            int watchers) {

        static Items from(Mirrored mirrored) {
            return new Items(
                    mirrored.entityTypes(), mirrored.relationshipTypes(), mirrored.classifiers(), mirrored.watchers());
        }
    }

    /**
     * The phone number that was typed.
     *
     * @param verified false until its phone has answered YES
     */
    public record Whatsapp(
            String phone,
            String waJid,
            boolean verified,

            @Schema(
                    description = "Until it is verified: the digits that the phone must add to YES if YES alone is "
                            + "ambiguous",
                    pattern = "^[0-9]{4}$",
                    example = "4821")
            @Nullable String confirmationCode,

            @Schema(
                    description = "unknown_number: in no known numbering plan, so possibly mistyped; it is accepted",
                    enumeration = "unknown_number")
            @Nullable String hint) {}
}
