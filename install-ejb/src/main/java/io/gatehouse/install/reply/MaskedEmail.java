package io.gatehouse.install.reply;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address that its owner recognizes and nobody else can use: {@code a***e@e***.com}. Of what was typed by whoever
 * has the address, three characters and the letters of a top-level domain are said, and nothing of what is no address.
 */
public final class MaskedEmail {

    private static final String STARS = "***";

    /** Of a mailbox as it is written without quotes (RFC 5321 section 4.5.3.1), letters of any script among them. */
    private static final int LONGEST = 254;

    private static final Pattern ADDRESS = Pattern.compile("(?<local>[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64})@"
            + "(?<domain>[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?"
            + "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?)*)"
            + "\\.(?<top>\\p{L}{2,24}|[xX][nN]--[A-Za-z0-9-]{1,59})");

    private MaskedEmail() {}

    /**
     * Empty if it is no address that a person could have.
     *
     * @param email that somebody vouches for; null where there is none
     */
    public static Optional<String> of(@Nullable String email) {
        if (email == null) {
            return Optional.empty();
        }
        Matcher address = ADDRESS.matcher(email);
        if (email.length() > LONGEST || !address.matches()) {
            return Optional.empty();
        }
        String top = address.group("top");
        return Optional.of(local(address.group("local")) + "@" + first(address.group("domain")) + STARS
                + (top.contains("-") ? "" : "." + top));
    }

    /** The last character too, where that leaves something to hide. */
    private static String local(String local) {
        int last = local.offsetByCodePoints(local.length(), -1);
        return local.codePointCount(0, local.length()) < 3
                ? first(local) + STARS
                : first(local) + STARS + local.substring(last);
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
