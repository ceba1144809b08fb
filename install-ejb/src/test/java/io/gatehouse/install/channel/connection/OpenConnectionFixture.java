package io.gatehouse.install.channel.connection;

import io.gatehouse.contract.platform.Platform;
import java.util.Map;
import java.util.UUID;

/** Connections that are not stored in a database. */
public final class OpenConnectionFixture {

    public static final String WEBHOOK_URL = "https://gatehouse.example/api/webhooks/x";

    private OpenConnectionFixture() {}

    public static OpenConnection of(Platform platform, String apiBaseUrl, Map<String, String> settings) {
        return new OpenConnection(
                UUID.randomUUID(),
                UUID.randomUUID(),
                platform,
                UUID.randomUUID(),
                "en",
                apiBaseUrl,
                true,
                WEBHOOK_URL,
                new ConnectionSettings(settings));
    }
}
