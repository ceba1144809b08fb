package io.gatehouse.web.edge.signature;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.greenbytes.http.sfv.ByteSequenceItem;
import org.greenbytes.http.sfv.ListElement;
import org.greenbytes.http.sfv.ParseException;
import org.greenbytes.http.sfv.Parser;

/** Parses structured fields (RFC 8941) strictly. */
final class StructuredFields {

    private StructuredFields() {}

    /** A dictionary, in the order of its members. Several lines of a field form one list. */
    static Map<String, ListElement<? extends Object>> dictionary(String name, List<String> lines)
            throws InvalidSignatureException {
        if (lines.isEmpty()) {
            throw new InvalidSignatureException("There is no " + name);
        }
        try {
            return new Parser(lines).parseDictionary().get();
        } catch (ParseException e) {
            throw new InvalidSignatureException(name + " is no dictionary of structured fields (RFC 8941)");
        }
    }

    static byte[] bytes(String name, ListElement<? extends Object> member) throws InvalidSignatureException {
        if (!(member instanceof ByteSequenceItem item)) {
            throw new InvalidSignatureException(name + " holds no byte sequence, base64 between colons");
        }
        ByteBuffer buffer = item.get().duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
