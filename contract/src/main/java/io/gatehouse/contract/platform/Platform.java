package io.gatehouse.contract.platform;

import java.util.Optional;

/** A chat platform, with its name on the wire and in the database. */
public enum Platform {
    WHATSAPP("whatsapp"),
    TELEGRAM("telegram"),
    SLACK("slack"),
    MATRIX("matrix");

    private final String wireName;

    Platform(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Returns empty for a platform that Gatehouse does not support. Wire names are lower case and matched exactly. */
    public static Optional<Platform> ofWireName(String name) {
        for (Platform platform : values()) {
            if (platform.wireName.equals(name)) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }
}
