package io.gatehouse.domain.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Asks, before anything starts, whether the configuration can be run with; one answer names every key at fault. */
public final class StartCheck {

    private static final int SHORTEST_SECRET = 32;

    /** Each judges its own keys; what they find stands in the same message. */
    private static final List<ConfigurationRule> RULES = List.of();

    private final Settings settings;
    private final List<String> faults = new ArrayList<>();

    private StartCheck(Settings settings) {
        this.settings = settings;
    }

    /** @throws ConfigurationException if a value cannot be meant, or production would run with a development default */
    public static void require(Settings settings) {
        require(settings, RULES);
    }

    static void require(Settings settings, List<ConfigurationRule> rules) {
        StartCheck check = new StartCheck(settings);
        List<String> faults = check.faults();
        rules.forEach(rule -> check.tryOut(() -> faults.addAll(rule.faults(settings))));
        if (!faults.isEmpty()) {
            throw new ConfigurationException(
                    "Gatehouse cannot run with this configuration:\n  - " + String.join("\n  - ", faults));
        }
    }

    private List<String> faults() {
        tryOut(settings::mode);
        boolean modeIsKnown = faults.isEmpty();
        if (modeIsKnown && settings.isProduction()) {
            refuseDevelopmentDefaults();
        }
        if (faults.isEmpty()) {
            tryOut(settings::encryption);
        }
        judgePublicUrl();
        tryOut(settings::dataDirectory);
        tryOut(settings::database);
        tryOut(settings::install);
        tryOut(settings::rates);
        tryOut(settings::messages);
        tryOut(settings::registry);
        tryOut(settings::tokenMirror);
        tryOut(settings::oauth);
        tryOut(settings::phoneDefaultRegion);
        if (modeIsKnown) {
            tryOut(settings::channels);
            tryOut(() -> OidcSettings.from(settings));
        }
        tryOut(() -> SessionSettings.from(settings));
        tryOut(this::judgeBootstrapToken);
        judgeHomeserver();
        return faults;
    }

    private void judgePublicUrl() {
        try {
            URI url = new URI(settings.publicUrl());
            if (url.isAbsolute()
                    && url.getRawAuthority() != null
                    && Set.of("http", "https").contains(url.getScheme().toLowerCase(Locale.ROOT))) {
                return;
            }
        } catch (URISyntaxException e) {
            // The same fault.
        }
        faults.add(Settings.PUBLIC_URL + " is no http or https address: write it as in https://gatehouse.example");
    }

    private void judgeHomeserver() {
        MatrixKeys keys = settings.matrixKeys();
        if (keys.nameAHomeserver()) {
            keys.each().forEach(this::tryOut);
        } else {
            tryOut(settings::serverName);
        }
    }

    private void judgeBootstrapToken() {
        settings.bootstrapHostToken().ifPresent(token -> {
            if (!token.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
                faults.add(Settings.BOOTSTRAP_HOST_TOKEN + " holds a blank, or a character that is not ASCII");
            }
            if (settings.isProduction() && token.length() < SHORTEST_SECRET) {
                faults.add(Settings.BOOTSTRAP_HOST_TOKEN + " is shorter than " + SHORTEST_SECRET
                        + " characters: make one with 'echo mhst_$(openssl rand -hex 24)'");
            }
        });
    }

    private void refuseDevelopmentDefaults() {
        if (settings.text(Settings.DB_URL).isEmpty()) {
            faults.add(
                    Settings.DB_URL + " is not set: production keeps its data in PostgreSQL, not in the embedded file");
        } else if (isEmbedded(settings.text(Settings.DB_URL).orElseThrow())) {
            faults.add(Settings.DB_URL + " names the embedded database: production keeps its data in PostgreSQL");
        }
        if (settings.text(Settings.ENCRYPTION_KEY).isEmpty()
                && settings.text(Settings.ENCRYPTION_KEY + ".file").isEmpty()) {
            faults.add(Settings.ENCRYPTION_KEY + " is not set: make one with 'openssl rand -base64 32'");
        }
        if (!settings.publicUrl().toLowerCase(Locale.ROOT).startsWith("https://")) {
            faults.add(Settings.PUBLIC_URL + " is not https: users and platforms reach production over TLS only");
        }
        requireIdentityProvider();
    }

    private void requireIdentityProvider() {
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

    private static boolean isEmbedded(String url) {
        return url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:tcp:") && !url.startsWith("jdbc:h2:ssl:");
    }

    private void tryOut(Runnable accessor) {
        try {
            accessor.run();
        } catch (ConfigurationException e) {
            faults.add(e.getMessage());
        }
    }
}
