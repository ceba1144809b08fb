package io.gatehouse.install.chat;

/** An e-mail address that its owner recognizes and nobody else can use: {@code a***e@e***.com}. */
final class MaskedEmail {

    private static final String STARS = "***";

    private MaskedEmail() {}

    static String of(String email) {
        int at = email.lastIndexOf('@');
        if (at < 1) {
            return STARS;
        }
        String domain = email.substring(at + 1);
        int dot = domain.lastIndexOf('.');
        String top = dot < 1 ? "" : domain.substring(dot);
        return local(email.substring(0, at)) + "@" + first(domain) + STARS + top;
    }

    /** The last character too, where that leaves something to hide. */
    private static String local(String local) {
        int last = local.offsetByCodePoints(local.length(), -1);
        return local.codePointCount(0, local.length()) < 3
                ? first(local) + STARS
                : first(local) + STARS + local.substring(last);
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
