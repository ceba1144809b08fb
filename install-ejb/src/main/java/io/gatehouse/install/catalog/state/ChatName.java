package io.gatehouse.install.catalog.state;

import io.gatehouse.contract.platform.Platform;
import io.gatehouse.contract.platform.PlatformAccount;
import org.jspecify.annotations.Nullable;

/**
 * A chat account in a form that its owner recognizes.
 *
 * @param text empty if the platform's id means nothing to people
 */
record ChatName(String platform, String text) {

    static ChatName of(PlatformAccount account) {
        return switch (account.namespace()) {
            case WA_JID -> new ChatName(Platform.WHATSAPP.wireName(), number(account.identifier()));
            case WA_LID, WA_BSUID, WA_PARENT_BSUID -> new ChatName(Platform.WHATSAPP.wireName(), "");
            case TELEGRAM_USER_ID -> new ChatName(Platform.TELEGRAM.wireName(), "");
            case SLACK_USER_ID -> new ChatName(Platform.SLACK.wireName(), "");
            case MATRIX_USER_ID -> new ChatName(Platform.MATRIX.wireName(), account.identifier());
            case PHONE, EMAIL, AUTH_USER_ID -> throw new IllegalArgumentException(account.namespace() + " is no chat");
        };
    }

    /** Returns the display name if the id means nothing to people. */
    ChatName orDisplayName(@Nullable String displayName) {
        return isReadable() || displayName == null ? this : new ChatName(platform, displayName);
    }

    boolean isReadable() {
        return !text.isEmpty();
    }

    private static String number(String jid) {
        return "+" + jid.substring(0, jid.indexOf('@'));
    }
}
