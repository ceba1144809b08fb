package io.gatehouse.web.signature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.ListElement;

/**
 * The one signature of a request that is for this application, as {@code Signature-Input} and {@code Signature} state it (RFC 9421 section 4).
 *
 * @param input the covered components, with the signature's parameters
 */
@SuppressWarnings("ArrayRecordComponent") // moved, never compared
record SignatureFields(InnerList input, byte[] mac) {

    static final String INPUT = "Signature-Input";
    static final String SIGNATURE = "Signature";

    private static final String TAG = "tag";

    /**
     * Whether there is a signature for this application: one without a {@code tag}, which would name another (RFC 9421
     * section 2.3). Programs that browse sign every request of theirs, for whoever wants to know them.
     */
    static boolean areOurs(List<String> inputLines) {
        try {
            return !inputLines.isEmpty()
                    && !ours(Fields.dictionary(INPUT, inputLines)).isEmpty();
        } catch (InvalidSignatureException e) {
            return true; // to be refused, with its reason
        }
    }

    static SignatureFields of(List<String> inputLines, List<String> signatureLines) throws InvalidSignatureException {
        Map<String, ListElement<? extends Object>> inputs = ours(Fields.dictionary(INPUT, inputLines));
        Map<String, ListElement<? extends Object>> signatures = Fields.dictionary(SIGNATURE, signatureLines);
        if (inputs.size() > 1) {
            throw new InvalidSignatureException("There is more than one signature");
        }
        String label = inputs.keySet().stream().findFirst().orElse("");
        ListElement<? extends Object> signature = signatures.get(label);
        if (signature == null) {
            throw new InvalidSignatureException("Signature-Input and Signature do not name the same signature");
        }
        if (!(inputs.get(label) instanceof InnerList input)) {
            throw new InvalidSignatureException("Signature-Input holds no list of components");
        }
        return new SignatureFields(input, Fields.bytes(SIGNATURE, signature));
    }

    private static Map<String, ListElement<? extends Object>> ours(
            Map<String, ListElement<? extends Object>> signatures) {
        Map<String, ListElement<? extends Object>> ours = new LinkedHashMap<>(signatures);
        ours.values().removeIf(signature -> signature.getParams().containsKey(TAG));
        return ours;
    }
}
