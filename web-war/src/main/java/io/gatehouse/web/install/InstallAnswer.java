package io.gatehouse.web.install;

import io.gatehouse.contract.install.InstallResult;
import io.gatehouse.contract.install.InstallResult.PhoneLink;
import io.gatehouse.contract.install.Mirrored;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an install or a resync did. */
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
                phone instanceof PhoneLink.Linked linked ? Whatsapp.of(linked.phone(), linked.waJid(), linked.known()) : null,
                error(phone));
    }

    private static @Nullable String error(@Nullable PhoneLink phone) {
        if (phone instanceof PhoneLink.InvalidPhone) {
            return "invalid_phone";
        }
        if (phone instanceof PhoneLink.NoMember) {
            return "no_member";
        }
        return phone instanceof PhoneLink.IdentityConflict ? "identity_conflict" : null;
    }

    /** How many items of each kind the mirror holds. */
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

    /** The number that was linked, unverified. */
    public record Whatsapp(
            String phone,
            String waJid,

            @Schema(
                    description = "unknown_number: no numbering plan known here has it, so it may be mistyped; it is taken",
                    enumeration = "unknown_number")
            @Nullable String hint) {

        static Whatsapp of(String phone, String waJid, boolean known) {
            return new Whatsapp(phone, waJid, known ? null : "unknown_number");
        }
    }
}
