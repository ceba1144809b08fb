package io.gatehouse.web.oauth;

import io.gatehouse.web.edge.form.FormFields;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request to an OAuth endpoint. Parameters without a value count as omitted (RFC 6749 section 3.2).
 */
record OAuthForm(FormFields fields) {

    /** The value of a parameter that occurs at most once; null if it is missing. */
    @Nullable String get(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? null : values.get(0);
    }

    List<String> all(String name) {
        return fields.all(name).stream().filter(value -> !value.isBlank()).toList();
    }

    /** One of these parameters that occurs more than once; null if none does. */
    @Nullable String repeated(Set<String> names) {
        return names.stream()
                .filter(name -> all(name).size() > 1)
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
