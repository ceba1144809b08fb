package io.gatehouse.install.catalog.template;

import io.gatehouse.contract.install.MintResult.DeepLink;
import io.gatehouse.install.token.MintedToken;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Links that open a chat. Links to WhatsApp and Telegram carry the token; Slack and Matrix have no such links, so
 * theirs only open the chat.
 */
final class DeepLinks {

    private DeepLinks() {}

    /** Empty if the connection has no public address to link to. */
    static Optional<DeepLink> of(Channel channel, MintedToken token) {
        String address = channel.address();
        if (address == null || address.isBlank()) {
            return Optional.empty();
        }
        String url =
                switch (channel.platform()) {
                    case WHATSAPP -> whatsapp(address, token);
                    case TELEGRAM -> "https://t.me/" + path(withoutAt(address)) + "?start=" + token.compactForm();
                    case SLACK -> "https://slack.com/app_redirect?app=" + encoded(address);
                    case MATRIX -> "https://matrix.to/#/" + path(address);
                };
        return Optional.ofNullable(url)
                .map(it ->
                        new DeepLink(channel.connectionId(), channel.platform().wireName(), channel.name(), it));
    }

    private static @Nullable String whatsapp(String address, MintedToken token) {
        String digits = address.replaceAll("\\D", "");
        return digits.isEmpty() ? null : "https://wa.me/" + digits + "?text=" + encoded(token.longForm());
    }

    /** Returns a bot's name without a leading at sign. */
    private static String withoutAt(String botName) {
        return botName.startsWith("@") ? botName.substring(1) : botName;
    }

    private static String path(String segment) {
        return encoded(segment).replace("+", "%20");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
