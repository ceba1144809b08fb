package io.gatehouse.web.landing;

import java.util.Map;

/** Chat platforms as people call them. */
final class Platforms {

    private static final Map<String, String> NAMES =
            Map.of("whatsapp", "WhatsApp", "telegram", "Telegram", "slack", "Slack", "matrix", "Matrix");

    private Platforms() {}

    /** @param platform as on the wire */
    static String name(String platform) {
        return NAMES.getOrDefault(platform, platform);
    }
}
