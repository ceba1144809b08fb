package io.gatehouse.kernel.config;

import io.gatehouse.kernel.crypto.IssuerKey;
import io.gatehouse.kernel.crypto.IssuerKeySet;
import io.gatehouse.kernel.crypto.KeyDocument;
import java.io.IOException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Judges the {@code mp.jwt.verify.*} keys at the start, each for itself. Keys that are had over HTTP are not asked for: the
 * issuer may be started after this.
 */
final class JwtKeysRule implements ConfigurationRule {

    /** As the column has room. */
    private static final int LONGEST_ISSUER = 500;

    @Override
    public List<String> faults(Settings settings) {
        List<String> faults = new ArrayList<>();
        tryOut(() -> judgeIssuer(settings, faults), faults);
        tryOut(() -> judgeSignIns(settings, faults), faults);
        tryOut(() -> judgeAudiences(settings, faults), faults);
        tryOut(() -> JwtSettings.algorithms(settings), faults);
        tryOut(() -> JwtSettings.seconds(settings, JwtSettings.CLOCK_SKEW), faults);
        tryOut(() -> JwtSettings.seconds(settings, JwtSettings.TOKEN_AGE), faults);
        tryOut(() -> JwtSettings.fetchInterval(settings), faults);
        tryOut(() -> judgeKey(settings, faults), faults);
        return faults;
    }

    private static void judgeIssuer(Settings settings, List<String> faults) {
        boolean production =
                settings.text(Settings.MODE).filter("production"::equals).isPresent();
        boolean keyed = settings.text(JwtSettings.KEY).isPresent()
                || settings.text(JwtSettings.LOCATION).isPresent();
        String issuer = settings.text(JwtSettings.ISSUER).orElse("");
        if (issuer.isEmpty() && keyed && !production) { // production needs it in any case, and says so
            faults.add(JwtSettings.ISSUER + " is not set, and its key is: name the identity provider");
        }
        if (!issuer.isEmpty() && !keyed && !production) {
            faults.add(JwtSettings.LOCATION + " is not set: name the key set (JWKS) of " + JwtSettings.ISSUER);
        }
        if (issuer.length() > LONGEST_ISSUER) {
            faults.add(JwtSettings.ISSUER + " is longer than " + LONGEST_ISSUER + " characters");
        }
        if (issuer.equals(settings.developmentIssuer())) {
            faults.add(JwtSettings.ISSUER + "=" + issuer + " is the development issuer's own name: leave it out in"
                    + " development, and name an identity provider in production");
        }
    }

    /** The provider that people sign in at is asked for its metadata below its name. */
    private static void judgeSignIns(Settings settings, List<String> faults) {
        boolean own = settings.text(OidcSettings.ISSUER).isPresent();
        String key = own ? OidcSettings.ISSUER : JwtSettings.ISSUER;
        if (own || settings.text(OidcSettings.CLIENT_ID).isPresent()) {
            settings.text(key)
                    .filter(issuer -> JwtKeyLocation.isRemote(issuer) && !JwtSettings.isAddress(issuer))
                    .ifPresent(issuer -> faults.add(key + " is no address of an OpenID provider"));
        }
    }

    /** Whoever signs in with a browser gets an ID token for that client, which is nobody's credential. */
    private static void judgeAudiences(Settings settings, List<String> faults) {
        Set<String> audiences = JwtSettings.list(settings, JwtSettings.AUDIENCES);
        settings.text(OidcSettings.CLIENT_ID).filter(audiences::contains).ifPresent(client -> {
            faults.add(JwtSettings.AUDIENCES + " names " + client + ", which is " + OidcSettings.CLIENT_ID
                    + ": ID tokens of the browser's client would pass as bearer tokens; give the API an"
                    + " audience of its own");
        });
    }

    private static void judgeKey(Settings settings, List<String> faults) {
        String key = settings.text(JwtSettings.KEY).orElse("");
        String location = settings.text(JwtSettings.LOCATION).orElse("");
        if (!key.isEmpty() && !location.isEmpty()) {
            faults.add(JwtSettings.KEY + " and " + JwtSettings.LOCATION + " are both set: keep one");
        }
        if (!key.isEmpty()) {
            judgeDocument(settings, JwtSettings.KEY, key, faults);
        }
        if (location.isEmpty()) {
            return;
        }
        String named = JwtSettings.LOCATION + "=" + location;
        if (JwtKeyLocation.isRemote(location)) {
            if (!JwtSettings.isAddress(location)) { // there may be a password in it
                faults.add(JwtSettings.LOCATION + " is no http or https address, or has a user in it");
            }
            return;
        }
        try {
            judgeDocument(settings, named, JwtKeyLocation.read(location), faults);
        } catch (IOException e) {
            faults.add(named + " cannot be read: it is no http or https address, no file that can be read, and no"
                    + " resource of the class path");
        }
    }

    private static void judgeDocument(Settings settings, String named, String document, List<String> faults) {
        try {
            IssuerKeySet set = KeyDocument.read(document);
            if (set.keys().isEmpty()) {
                faults.add(named + " holds no key that can be used: " + set.reasons());
            } else if (set.keys().stream().noneMatch(key -> isFor(key, settings))) {
                faults.add(named + " holds no key for " + JwtSettings.ALGORITHM + "="
                        + String.join(",", JwtSettings.list(settings, JwtSettings.ALGORITHM)));
            }
        } catch (IllegalArgumentException e) {
            faults.add(named + " holds no public key: " + e.getMessage());
        } catch (ConfigurationException e) {
            return; // the algorithm is at fault, which is told by itself
        }
    }

    private static boolean isFor(IssuerKey key, Settings settings) {
        return JwtSettings.algorithms(settings).stream()
                .filter(name -> key.algorithm() == null || key.algorithm().equals(name))
                .anyMatch(name -> name.startsWith("ES") ? isOnCurveOf(name, key) : key.key() instanceof RSAPublicKey);
    }

    private static boolean isOnCurveOf(String algorithm, IssuerKey key) {
        int bits = key.key() instanceof ECPublicKey ec
                ? ec.getParams().getCurve().getField().getFieldSize()
                : 0;
        return switch (algorithm) {
            case "ES256" -> bits == 256;
            case "ES384" -> bits == 384;
            default -> bits == 521;
        };
    }

    private static void tryOut(Runnable accessor, List<String> faults) {
        try {
            accessor.run();
        } catch (ConfigurationException e) {
            faults.add(e.getMessage());
        }
    }
}
