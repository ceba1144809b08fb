package io.gatehouse.web.edge.form;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Gives resource methods the {@link FormFields} of a request, also of a request without a content type. */
@Provider
public class FormFieldsReader implements MessageBodyReader<FormFields> {

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == FormFields.class;
    }

    @Override
    public FormFields readFrom(
            Class<FormFields> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return FormFields.parse(body.readAllBytes());
    }
}
