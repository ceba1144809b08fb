package io.gatehouse.web.page.landing;

import java.util.Map;

/** The display names of chat platforms. */
final class Platforms {

    private static final Map<String, String> NAMES =
            Map.of("whatsapp", "WhatsApp", "telegram", "Telegram", "slack", "Slack", "matrix", "Matrix");

    private Platforms() {}

    /** @param platform the name on the wire */
    static String name(String platform) {
        return NAMES.getOrDefault(platform, platform);
    }
}
