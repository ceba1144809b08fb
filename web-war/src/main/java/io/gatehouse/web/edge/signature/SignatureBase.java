package io.gatehouse.web.edge.signature;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Item;
import org.greenbytes.http.sfv.StringItem;

/**
 * The signature base, which is the text that is signed (RFC 9421 section 2.5): a line per covered component, then the
 * signature parameters. Supports request components without parameters; others are refused, not guessed.
 */
final class SignatureBase {

    /** A field name (RFC 9110 section 5.1) in lower case; contains neither quotes nor line ends. */
    private static final Pattern FIELD = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]+");

    private final InnerList input;
    private final Set<String> components;

    private SignatureBase(InnerList input, Set<String> components) {
        this.input = input;
        this.components = components;
    }

    static SignatureBase of(InnerList input) throws InvalidSignatureException {
        Set<String> components = new LinkedHashSet<>();
        for (Item<? extends Object> item : input.get()) {
            if (!(item instanceof StringItem component)) {
                throw new InvalidSignatureException("A covered component is no string");
            }
            if (!component.getParams().isEmpty()) {
                throw new InvalidSignatureException("Parameters of covered components are not supported");
            }
            if (!components.add(component.get())) {
                throw new InvalidSignatureException("A component is covered twice");
            }
        }
        return new SignatureBase(input, components);
    }

    boolean covers(String component) {
        return components.contains(component);
    }

    byte[] over(SignedMessage message) throws InvalidSignatureException {
        return over(message, message.target());
    }

    /** The base as if the message had been sent to that target. */
    byte[] over(SignedMessage message, TargetUri target) throws InvalidSignatureException {
        StringBuilder base = new StringBuilder();
        for (String component : components) {
            base.append('"')
                    .append(component)
                    .append("\": ")
                    .append(value(component, message, target))
                    .append('\n');
        }
        base.append("\"@signature-params\": ").append(input.serialize());

        return base.toString().getBytes(StandardCharsets.ISO_8859_1); // the encoding in which servers read fields
    }

    private static String value(String component, SignedMessage message, TargetUri target)
            throws InvalidSignatureException {
        return switch (component) {
            case "@method" -> message.method();
            case "@target-uri" -> target.toString();
            case "@scheme" -> target.scheme();
            case "@authority" -> target.authority();
            case "@path" -> target.path();
            case "@query" -> "?" + target.query();
            default -> field(component, message);
        };
    }

    private static String field(String name, SignedMessage message) throws InvalidSignatureException {
        if (!FIELD.matcher(name).matches()) {
            throw new InvalidSignatureException(
                    name.startsWith("@")
                            ? "A covered component is none that is supported"
                            : "A covered component is no field name in lower case");
        }
        if (message.field(name).isEmpty()) {
            throw new InvalidSignatureException("The signature covers " + name + ", which the request does not have");
        }
        return String.join(", ", message.field(name).stream().map(String::strip).toList());
    }
}
