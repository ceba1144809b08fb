package io.gatehouse.web.edge.signature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.ListElement;

/**
 * The request's one signature for this application, from {@code Signature-Input} and {@code Signature} (RFC 9421
 * section 4).
 *
 * @param input the covered components, with the signature's parameters
 */
@SuppressWarnings("ArrayRecordComponent") // transported, never compared
record SignatureFields(InnerList input, byte[] mac) {

    static final String INPUT = "Signature-Input";
    static final String SIGNATURE = "Signature";

    private static final String TAG = "tag";

    /**
     * Whether there is a signature for this application, which is one without a {@code tag}: a tag names another
     * application (RFC 9421 section 2.3). Crawlers sign all their requests, with a tag, to identify themselves.
     */
    static boolean areOurs(List<String> inputLines) {
        try {
            return !inputLines.isEmpty()
                    && !ours(StructuredFields.dictionary(INPUT, inputLines)).isEmpty();
        } catch (InvalidSignatureException e) {
            return true; // refused later, with the reason
        }
    }

    static SignatureFields of(List<String> inputLines, List<String> signatureLines) throws InvalidSignatureException {
        Map<String, ListElement<? extends Object>> inputs = ours(StructuredFields.dictionary(INPUT, inputLines));
        Map<String, ListElement<? extends Object>> signatures = StructuredFields.dictionary(SIGNATURE, signatureLines);
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
        return new SignatureFields(input, StructuredFields.bytes(SIGNATURE, signature));
    }

    private static Map<String, ListElement<? extends Object>> ours(
            Map<String, ListElement<? extends Object>> signatures) {
        Map<String, ListElement<? extends Object>> ours = new LinkedHashMap<>(signatures);
        ours.values().removeIf(signature -> signature.getParams().containsKey(TAG));
        return ours;
    }
}
