package io.gatehouse.contract.platform;

import java.util.Optional;

/** A chat platform that messages come from, under the name that it has on the wire and in the database. */
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

    /** Empty for a platform that Gatehouse does not serve. Wire names are lower case and matched exactly. */
    public static Optional<Platform> ofWireName(String name) {
        for (Platform platform : values()) {
            if (platform.wireName.equals(name)) {
                return Optional.of(platform);
            }
        }
        return Optional.empty();
    }
}
