package io.gatehouse.dev.issuer;

import io.gatehouse.web.edge.access.Roles;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A user of the development issuer. Whatever name is asked for, there is a user of that name. */
record DevUser(String username) {

    static final String ADMIN = "admin";

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /** Empty if the text is no user name: letters, digits, dots, dashes and underscores, at most 64. */
    static Optional<DevUser> of(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return USERNAME.matcher(name).matches() ? Optional.of(new DevUser(name)) : Optional.empty();
    }

    String subject() {
        return "dev|" + username;
    }

    String email() {
        return username + "@example.com";
    }

    String name() {
        return username.substring(0, 1).toUpperCase(Locale.ROOT) + username.substring(1);
    }

    Set<String> groups() {
        return username.equals(ADMIN) ? Set.of(Roles.ADMIN) : Set.of();
    }
}
