package io.gatehouse.install.channel.webhook;

import io.gatehouse.contract.platform.Platform;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;

/** The readers of all platforms. */
@ApplicationScoped
public class WebhookReaders {

    private final Map<Platform, WebhookReader> readers = new EnumMap<>(Platform.class);

    /** For the container's proxy. */
    protected WebhookReaders() {}

    @Inject
    WebhookReaders(@Any Instance<WebhookReader> readers) {
        this((Iterable<WebhookReader>) readers);
    }

    WebhookReaders(Iterable<WebhookReader> readers) {
        readers.forEach(reader -> this.readers.put(reader.platform(), reader));
    }

    WebhookReader of(Platform platform) {
        WebhookReader reader = readers.get(platform);
        if (reader == null) {
            throw new IllegalStateException("there is no webhook reader for " + platform);
        }
        return reader;
    }
}
