package io.gatehouse.web.oauth;

import io.gatehouse.web.form.FormFields;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a request to an OAuth endpoint. Those without a value count as left out (RFC 6749 section 3.2). */
record OAuthForm(FormFields fields) {

    /** A parameter that is there at most once, or null. */
    @Nullable String get(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? null : values.get(0);
    }

    List<String> all(String name) {
        return fields.all(name).stream().filter(value -> !value.isBlank()).toList();
    }

    /** One of these that is there more than once, or null. */
    @Nullable String repeated(Set<String> names) {
        return names.stream()
                .filter(name -> all(name).size() > 1)
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
