package io.gatehouse.install.channel.reply;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address that its owner recognizes and others cannot use: {@code a***e@e***.com}. Of the address at most
 * three characters and the letters of a top-level domain are shown; of a text that is not an address, nothing. The
 * limit matters because a user may have typed any text as the address.
 */
public final class MaskedEmail {

    private static final String STARS = "***";

    /** The length of a mailbox without quotes (RFC 5321 section 4.5.3.1), with letters of any script. */
    private static final int MAX_LENGTH = 254;

    private static final Pattern ADDRESS = Pattern.compile("(?<local>[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64})@"
            + "(?<domain>[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?"
            + "(?:\\.[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?)*)"
            + "\\.(?<top>\\p{L}{2,24}|[xX][nN]--[A-Za-z0-9-]{1,59})");

    private MaskedEmail() {}

    /**
     * Returns the masked address; empty if it is not an address that a person could have.
     *
     * @param email a verified address; null if there is none
     */
    public static Optional<String> of(@Nullable String email) {
        if (email == null) {
            return Optional.empty();
        }
        Matcher address = ADDRESS.matcher(email);
        if (email.length() > MAX_LENGTH || !address.matches()) {
            return Optional.empty();
        }
        String top = address.group("top");
        return Optional.of(local(address.group("local")) + "@" + first(address.group("domain")) + STARS
                + (top.contains("-") ? "" : "." + top));
    }

    /** Shows the last character too, if that leaves something to hide. */
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
