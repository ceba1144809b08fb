package io.gatehouse.kernel.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Refuses development defaults and short secrets in production mode. */
final class ProductionRule implements ConfigurationRule {

    private static final int MIN_SECRET_LENGTH = 32;

    @Override
    public List<String> faults(Settings settings) {
        List<String> faults = new ArrayList<>();
        if (settings.isProduction()) {
            collectFault(() -> requireDatabase(settings, faults), faults);
            collectFault(() -> requireTls(settings, faults), faults);
            collectFault(() -> requireSecrets(settings, faults), faults);
            collectFault(() -> requireIdentityProvider(settings, faults), faults);
        }
        return faults;
    }

    private static void collectFault(Runnable part, List<String> faults) {
        try {
            part.run();
        } catch (ConfigurationException e) {
            faults.add(e.getMessage());
        }
    }

    private static void requireDatabase(Settings settings, List<String> faults) {
        String url = settings.text(Settings.DB_URL).orElse("");
        if (url.isEmpty()) {
            faults.add(
                    Settings.DB_URL + " is not set: production keeps its data in PostgreSQL, not in the embedded file");
        } else if (isEmbedded(url)) {
            faults.add(Settings.DB_URL + " names the embedded database: production keeps its data in PostgreSQL");
        }
    }

    private static boolean isEmbedded(String url) {
        return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
    }

    private static void requireTls(Settings settings, List<String> faults) {
        if (!settings.publicUrl().toLowerCase(Locale.ROOT).startsWith("https://")) {
            faults.add(Settings.PUBLIC_URL + " is not https: users and platforms reach production over TLS only");
        }
    }

    private static void requireSecrets(Settings settings, List<String> faults) {
        if (settings.secret(Settings.ENCRYPTION_KEY).isEmpty()) {
            faults.add(Settings.ENCRYPTION_KEY + " is not set: make one with 'openssl rand -base64 32'");
        }
        if (settings.bootstrapHostToken()
                .filter(token -> token.length() < MIN_SECRET_LENGTH)
                .isPresent()) {
            faults.add(Settings.BOOTSTRAP_HOST_TOKEN + " is shorter than " + MIN_SECRET_LENGTH
                    + " characters: make one with 'echo mhst_$(openssl rand -hex 24)'");
        }
    }

    private static void requireIdentityProvider(Settings settings, List<String> faults) {
        if (settings.text("mp.jwt.verify.issuer").isEmpty()) {
            faults.add("mp.jwt.verify.issuer is not set: name the identity provider whose tokens are accepted");
        }
        if (settings.text("mp.jwt.verify.publickey").isEmpty()
                && settings.text("mp.jwt.verify.publickey.location").isEmpty()) {
            faults.add("mp.jwt.verify.publickey.location is not set: name the key set (JWKS) of the identity provider");
        }
        if (settings.text("mp.jwt.verify.audiences").isEmpty()) {
            faults.add("mp.jwt.verify.audiences is not set: tokens for other services would be accepted");
        }
    }
}
