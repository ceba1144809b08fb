package io.gatehouse.contract.platform;

import java.util.Optional;

/**
 * The kind of an identifier, with its name on the wire and in the database. Identifiers of two namespaces are never
 * equal, whatever they look like: the digits of a {@link #WA_LID} are not a phone number.
 */
public enum Namespace {
    /** A WhatsApp JID with a phone number: {@code <digits>@s.whatsapp.net}. */
    WA_JID("wa_jid"),
    /** A WhatsApp linked identity, which hides the phone number: {@code <digits>@lid}. */
    WA_LID("wa_lid"),
    /** A WhatsApp business-scoped user id: two-letter country, dot, up to 128 letters and digits. */
    WA_BSUID("wa_bsuid"),
    /** The same across all linked business portfolios of one company: {@code CC.ENT.}, then letters and digits. */
    WA_PARENT_BSUID("wa_parent_bsuid"),
    /** A phone number in E.164. */
    PHONE("phone"),
    /** Team and user: {@code T…:U…}. */
    SLACK_USER_ID("slack_user_id"),
    /** A positive decimal number. */
    TELEGRAM_USER_ID("telegram_user_id"),
    /** {@code @localpart:server}. */
    MATRIX_USER_ID("matrix_user_id"),
    EMAIL("email"),
    /** The {@code UserId} of a signed-in user. */
    AUTH_USER_ID("auth_user_id");

    private final String wireName;

    Namespace(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Returns empty for an unknown name. Wire names are lower case and matched exactly. */
    public static Optional<Namespace> ofWireName(String name) {
        for (Namespace namespace : values()) {
            if (namespace.wireName.equals(name)) {
                return Optional.of(namespace);
            }
        }
        return Optional.empty();
    }
}
