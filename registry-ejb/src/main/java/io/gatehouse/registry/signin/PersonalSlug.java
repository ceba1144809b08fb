package io.gatehouse.registry.signin;

import io.gatehouse.contract.account.SignedInUser;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Slugs of personal organizations: what the person is called, and a suffix. The first suffix follows from the user's
 * id; should that slug be taken, the next one is of a random id.
 */
final class PersonalSlug {

    private static final int LONGEST_NAME = 40;
    private static final int SUFFIX = 6;

    private PersonalSlug() {}

    static String of(SignedInUser user) {
        return withSuffix(user, user.id().value());
    }

    /** @param other whose last digits are random, as those of a version 7 UUID are */
    static String withSuffix(SignedInUser user, UUID other) {
        String digits = other.toString();
        return name(user) + "-" + digits.substring(digits.length() - SUFFIX);
    }

    private static String name(SignedInUser user) {
        String called = Objects.requireNonNullElse(firstOf(user.name(), localPart(user.email())), "");
        String slug = Normalizer.normalize(called, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        slug = slug.substring(0, Math.min(slug.length(), LONGEST_NAME)).replaceAll("^-|-$", "");
        return slug.isEmpty() ? "user" : slug;
    }

    static @Nullable String localPart(@Nullable String email) {
        return email == null ? null : email.replaceFirst("@.*$", "");
    }

    static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
        return one == null || one.isBlank() ? other : one;
    }
}
