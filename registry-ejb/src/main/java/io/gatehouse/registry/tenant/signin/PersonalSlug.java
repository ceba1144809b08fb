package io.gatehouse.registry.tenant.signin;

import io.gatehouse.contract.account.SignedInUser;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Slugs of personal organizations: the person's name and a suffix. The first suffix is derived from the user's id; if
 * that slug is taken, the next one is derived from a random id.
 */
final class PersonalSlug {

    private static final int MAX_NAME_LENGTH = 40;
    private static final int SUFFIX_LENGTH = 6;

    private PersonalSlug() {}

    static String of(SignedInUser user) {
        return withSuffix(user, user.id().value());
    }

    /** @param other an id whose last digits are random, as those of a version 7 UUID */
    static String withSuffix(SignedInUser user, UUID other) {
        String digits = other.toString();
        return name(user) + "-" + digits.substring(digits.length() - SUFFIX_LENGTH);
    }

    private static String name(SignedInUser user) {
        String called = Objects.requireNonNullElse(firstOf(user.name(), localPart(user.email())), "");
        String slug = Normalizer.normalize(called, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        slug = slug.substring(0, Math.min(slug.length(), MAX_NAME_LENGTH)).replaceAll("^-|-$", "");
        return slug.isEmpty() ? "user" : slug;
    }

    static @Nullable String localPart(@Nullable String email) {
        return email == null ? null : email.replaceFirst("@.*$", "");
    }

    static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
        return one == null || one.isBlank() ? other : one;
    }
}
