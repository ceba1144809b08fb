package io.gatehouse.web.edge.request;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form request that shows the server plain UTF-8 and no fields: only {@link io.gatehouse.web.edge.form.FormFieldsReader}
 * reads those. Otherwise Jersey would take the charset of the content type and let Payara parse the query in it as form
 * fields, even without a body.
 */
final class FormRequest extends HttpServletRequestWrapper {

    private static final String HEADER = "Content-Type";
    private static final String TYPE = "application/x-www-form-urlencoded";

    private @Nullable ServletInputStream body;

    FormRequest(HttpServletRequest request) {
        super(request);
    }

    static boolean isForm(HttpServletRequest request) {
        String type = request.getHeader(HEADER);
        return type != null
                && type.regionMatches(true, 0, TYPE, 0, TYPE.length())
                && (type.length() == TYPE.length() || " \t;".indexOf(type.charAt(TYPE.length())) >= 0);
    }

    @Override
    public String getContentType() {
        return TYPE;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(HEADER) ? TYPE : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return name.equalsIgnoreCase(HEADER) ? Collections.enumeration(List.of(TYPE)) : super.getHeaders(name);
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        ServletInputStream opened = body;
        if (opened == null) {
            opened = new FormBody(super.getInputStream());
            body = opened;
        }
        return opened;
    }

    @Override
    public @Nullable String getParameter(String name) {
        return null;
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Map.of();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return null;
    }
}
