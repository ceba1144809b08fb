package io.gatehouse.install.token;

/** Abbreviates a secret for text to its last four characters. */
final class Redacted {

    private Redacted() {}

    static String lastFour(String secret) {
        return "…" + secret.substring(Math.max(0, secret.length() - 4));
    }
}
