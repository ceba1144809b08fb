package io.gatehouse.domain.identity;

import io.gatehouse.contract.platform.Namespace;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Maps namespaces to their wire names. */
@Converter(autoApply = true)
public class NamespaceConverter implements AttributeConverter<Namespace, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Namespace namespace) {
        return namespace == null ? null : namespace.wireName();
    }

    @Override
    public @Nullable Namespace convertToEntityAttribute(@Nullable String name) {
        return name == null
                ? null
                : Namespace.ofWireName(name)
                        .orElseThrow(() -> new IllegalStateException("no such namespace in this version: " + name));
    }
}
