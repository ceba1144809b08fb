package io.gatehouse.domain.connection;

import io.gatehouse.contract.platform.Platform;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Maps platforms to their wire names. */
@Converter(autoApply = true)
public class PlatformConverter implements AttributeConverter<Platform, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Platform platform) {
        return platform == null ? null : platform.wireName();
    }

    @Override
    public @Nullable Platform convertToEntityAttribute(@Nullable String name) {
        return name == null
                ? null
                : Platform.ofWireName(name)
                        .orElseThrow(() -> new IllegalStateException("no such platform in this version: " + name));
    }
}
