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
 * Validates each of the {@code mp.jwt.verify.*} keys at the start. Does not fetch keys over HTTP: the issuer may start
 * later than this node.
 */
final class JwtKeysRule implements ConfigurationRule {

    /** Length of the database column. */
    private static final int MAX_ISSUER_LENGTH = 500;

    @Override
    public List<String> faults(Settings settings) {
        List<String> faults = new ArrayList<>();
        collectFault(() -> checkIssuer(settings, faults), faults);
        collectFault(() -> checkSignIn(settings, faults), faults);
        collectFault(() -> checkAudiences(settings, faults), faults);
        collectFault(() -> JwtSettings.algorithms(settings), faults);
        collectFault(() -> JwtSettings.seconds(settings, JwtSettings.CLOCK_SKEW), faults);
        collectFault(() -> JwtSettings.seconds(settings, JwtSettings.TOKEN_AGE), faults);
        collectFault(() -> JwtSettings.fetchInterval(settings), faults);
        collectFault(() -> checkKey(settings, faults), faults);
        return faults;
    }

    private static void checkIssuer(Settings settings, List<String> faults) {
        boolean production =
                settings.text(Settings.MODE).filter("production"::equals).isPresent();
        boolean keyed = settings.text(JwtSettings.KEY).isPresent()
                || settings.text(JwtSettings.LOCATION).isPresent();
        String issuer = settings.text(JwtSettings.ISSUER).orElse("");
        if (issuer.isEmpty() && keyed && !production) { // in production, ProductionRule requires and reports it
            faults.add(JwtSettings.ISSUER + " is not set, and its key is: name the identity provider");
        }
        if (!issuer.isEmpty() && !keyed && !production) {
            faults.add(JwtSettings.LOCATION + " is not set: name the key set (JWKS) of " + JwtSettings.ISSUER);
        }
        if (issuer.length() > MAX_ISSUER_LENGTH) {
            faults.add(JwtSettings.ISSUER + " is longer than " + MAX_ISSUER_LENGTH + " characters");
        }
        if (issuer.equals(settings.developmentIssuer())) {
            faults.add(JwtSettings.ISSUER + "=" + issuer + " is the development issuer's own name: leave it out in"
                    + " development, and name an identity provider in production");
        }
    }

    /** The metadata of the OpenID provider is fetched below this address. */
    private static void checkSignIn(Settings settings, List<String> faults) {
        boolean own = settings.text(OidcSettings.ISSUER).isPresent();
        String key = own ? OidcSettings.ISSUER : JwtSettings.ISSUER;
        if (own || settings.text(OidcSettings.CLIENT_ID).isPresent()) {
            settings.text(key)
                    .filter(issuer -> JwtKeyLocation.isRemote(issuer) && !JwtSettings.isAddress(issuer))
                    .ifPresent(issuer -> faults.add(key + " is no address of an OpenID provider"));
        }
    }

    /** An ID token is issued for the browser's client and must not pass as a bearer token of the API. */
    private static void checkAudiences(Settings settings, List<String> faults) {
        Set<String> audiences = JwtSettings.list(settings, JwtSettings.AUDIENCES);
        settings.text(OidcSettings.CLIENT_ID).filter(audiences::contains).ifPresent(client -> {
            faults.add(JwtSettings.AUDIENCES + " names " + client + ", which is " + OidcSettings.CLIENT_ID
                    + ": ID tokens of the browser's client would pass as bearer tokens; give the API an"
                    + " audience of its own");
        });
    }

    private static void checkKey(Settings settings, List<String> faults) {
        String key = settings.text(JwtSettings.KEY).orElse("");
        String location = settings.text(JwtSettings.LOCATION).orElse("");
        if (!key.isEmpty() && !location.isEmpty()) {
            faults.add(JwtSettings.KEY + " and " + JwtSettings.LOCATION + " are both set: keep one");
        }
        if (!key.isEmpty()) {
            checkDocument(settings, JwtSettings.KEY, key, faults);
        }
        if (location.isEmpty()) {
            return;
        }
        String named = JwtSettings.LOCATION + "=" + location;
        if (JwtKeyLocation.isRemote(location)) {
            if (!JwtSettings.isAddress(location)) { // the location is not shown: it may contain a password
                faults.add(JwtSettings.LOCATION + " is no http or https address, or has a user in it");
            }
            return;
        }
        try {
            checkDocument(settings, named, JwtKeyLocation.read(location), faults);
        } catch (IOException e) {
            faults.add(named + " cannot be read: it is no http or https address, no file that can be read, and no"
                    + " resource of the class path");
        }
    }

    private static void checkDocument(Settings settings, String named, String document, List<String> faults) {
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
            return; // the algorithm is wrong, which another check reports
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

    private static void collectFault(Runnable accessor, List<String> faults) {
        try {
            accessor.run();
        } catch (ConfigurationException e) {
            faults.add(e.getMessage());
        }
    }
}
