package io.gatehouse.install.token;

/** How a secret appears in text: by its last four characters. */
final class Redacted {

    private Redacted() {}

    static String lastFour(String secret) {
        return "…" + secret.substring(Math.max(0, secret.length() - 4));
    }
}
