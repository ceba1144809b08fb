package io.gatehouse.web.request;

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
 * A request with a form, as a plain one in UTF-8, with no fields for servers: those are read by {@link
 * io.gatehouse.web.form.FormFieldsReader} alone. Jersey looks for the charset that the type names, and has Payara read the
 * query as a form in it, also where there is no body.
 */
final class FormRequest extends HttpServletRequestWrapper {

    private static final String HEADER = "Content-Type";
    private static final String TYPE = "application/x-www-form-urlencoded";

    private @Nullable ServletInputStream body;

    FormRequest(HttpServletRequest request) {
        super(request);
    }

    static boolean isOne(HttpServletRequest request) {
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
