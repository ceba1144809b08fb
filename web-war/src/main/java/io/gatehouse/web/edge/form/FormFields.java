package io.gatehouse.web.edge.form;

import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an {@code application/x-www-form-urlencoded} body (URL Standard section 5.1). The format is always
 * UTF-8; a charset parameter of the media type is ignored. An empty body has no fields.
 */
@Schema(name = "Form", type = SchemaType.OBJECT, description = "Form fields")
public final class FormFields {

    private final Map<String, List<String>> fields;

    private FormFields(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** @throws ProblemException if an escape is malformed, or a text is not UTF-8 or contains NUL */
    public static FormFields parse(byte[] form) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int start = 0;
        for (int i = 0; i <= form.length; i++) {
            if (i == form.length || form[i] == '&') {
                if (i > start) {
                    add(fields, form, start, i);
                }
                start = i + 1;
            }
        }
        return new FormFields(fields);
    }

    /** The field's first value, or null. */
    public @Nullable String first(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? null : values.get(0);
    }

    /** All values of the field, in the order received. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    private static void add(Map<String, List<String>> fields, byte[] form, int start, int end) {
        int mark = start;
        while (mark < end && form[mark] != '=') {
            mark++;
        }
        String name = decode(form, start, mark);
        String value = mark == end ? "" : decode(form, mark + 1, end);
        fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    private static String decode(byte[] form, int start, int end) {
        byte[] decoded = new byte[end - start];
        int length = 0;
        for (int i = start; i < end; i++) {
            byte b = form[i];
            if (b == '%') {
                b = escaped(form, i + 1, end);
                i += 2;
            } else if (b == '+') {
                b = ' ';
            }
            if (b == 0) {
                throw malformed("NUL is no character of a form.");
            }
            decoded[length++] = b;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw malformed("The form is not UTF-8.");
        }
    }

    private static byte escaped(byte[] form, int at, int end) {
        int high = at + 1 < end ? Character.digit(form[at], 16) : -1;
        int low = at + 1 < end ? Character.digit(form[at + 1], 16) : -1;
        if (high < 0 || low < 0) {
            throw malformed("The form has a % that two hexadecimal digits do not follow.");
        }
        return (byte) (high << 4 | low);
    }

    private static ProblemException malformed(String why) {
        return new ProblemException(Problem.of(ProblemType.INVALID_BODY, why));
    }
}
