package io.gatehouse.web.edge.signature;

import io.gatehouse.contract.access.RequestSignature;
import java.time.Instant;
import java.util.Map;
import org.greenbytes.http.sfv.IntegerItem;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.StringItem;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a signature (RFC 9421 section 2.3) that are used here.
 *
 * @param expires null if missing
 */
record SignatureParameters(Instant created, @Nullable Instant expires, String keyId, String nonce) {

    private static final String ALGORITHM = "hmac-sha256";
    private static final int MAX_KEY_ID_LENGTH = 100;

    static SignatureParameters of(Map<String, Item<? extends Object>> parameters) throws InvalidSignatureException {
        String algorithm = text(parameters, "alg");
        if (algorithm != null && !algorithm.equals(ALGORITHM)) {
            throw new InvalidSignatureException("The algorithm must be " + ALGORITHM);
        }
        Instant created = time(parameters, "created");
        if (created == null) {
            throw new InvalidSignatureException("The signature does not say when it was created");
        }
        return new SignatureParameters(
                created,
                time(parameters, "expires"),
                required(parameters, "keyid", MAX_KEY_ID_LENGTH),
                required(parameters, "nonce", RequestSignature.LONGEST_NONCE));
    }

    /** Refuses a signature whose {@code created} is not within the accepted window. */
    void refuseUnlessFresh(Instant now) throws InvalidSignatureException {
        String window = RequestSignature.WINDOW.toSeconds() + " s";
        if (created.isBefore(now.minus(RequestSignature.WINDOW))) {
            throw new InvalidSignatureException("The signature was created more than " + window + " ago");
        }
        if (created.isAfter(now.plus(RequestSignature.WINDOW))) {
            throw new InvalidSignatureException("The signature was created more than " + window + " in the future");
        }
        if (expires != null && !expires.isAfter(now)) {
            throw new InvalidSignatureException("The signature has expired");
        }
    }

    private static String required(Map<String, Item<? extends Object>> parameters, String name, int maxLength)
            throws InvalidSignatureException {
        String text = text(parameters, name);
        if (text == null || text.isEmpty()) {
            throw new InvalidSignatureException("The signature has no " + name);
        }
        if (text.length() > maxLength) {
            throw new InvalidSignatureException("The " + name + " is longer than " + maxLength + " characters");
        }
        return text;
    }

    private static @Nullable String text(Map<String, Item<? extends Object>> parameters, String name)
            throws InvalidSignatureException {
        Item<? extends Object> item = parameters.get(name);
        if (item == null || item instanceof StringItem) {
            return item == null ? null : ((StringItem) item).get();
        }
        throw new InvalidSignatureException("The parameter " + name + " must be a string");
    }

    private static @Nullable Instant time(Map<String, Item<? extends Object>> parameters, String name)
            throws InvalidSignatureException {
        Item<? extends Object> item = parameters.get(name);
        if (item == null || item instanceof IntegerItem) {
            return item == null ? null : Instant.ofEpochSecond(((IntegerItem) item).getAsLong());
        }
        throw new InvalidSignatureException("The parameter " + name + " must be a whole number of seconds");
    }
}
