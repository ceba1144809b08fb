package io.gatehouse.web.edge.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Lets JAX-RS resources return a {@link Problem}; its instance is the request's path. */
@Provider
public class ProblemWriter implements MessageBodyWriter<Problem> {

    @Context
    UriInfo uri;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Problem.class;
    }

    @Override
    public void writeTo(
            Problem problem,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out) {
        String path = uri.getRequestUri().getRawPath();
        headers.putSingle(HttpHeaders.CONTENT_TYPE, ProblemJson.mediaType(path));
        ProblemJson.write(out, problem, path);
    }
}
