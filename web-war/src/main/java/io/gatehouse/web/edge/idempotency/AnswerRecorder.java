package io.gatehouse.web.edge.idempotency;

import io.gatehouse.contract.idempotency.IdempotentCalls;
import io.gatehouse.contract.idempotency.StoredAnswer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Stores the answer to a call with a new key before it is sent. Releases the key instead if a retry may succeed (5xx
 * and 429).
 */
class AnswerRecorder implements ContainerResponseFilter, WriterInterceptor {

    private static final String RECORD = AnswerRecorder.class.getName() + ".record";
    private static final String STATUS = AnswerRecorder.class.getName() + ".status";
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    /** Not stored: a resource may apply the rate limit itself, and a later retry is admitted. */
    private static final int TOO_MANY_REQUESTS = 429;

    private final IdempotentCalls calls;

    AnswerRecorder(IdempotentCalls calls) {
        this.calls = calls;
    }

    static void expect(ContainerRequestContext request, UUID recordId) {
        request.setProperty(RECORD, recordId);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(RECORD) instanceof UUID recordId)) {
            return;
        }
        if (response.getStatus() >= 500 || response.getStatus() == TOO_MANY_REQUESTS) {
            request.removeProperty(RECORD);
            calls.abandon(recordId);
        } else if (response.hasEntity()) {
            request.setProperty(STATUS, response.getStatus());
        } else {
            request.removeProperty(RECORD);
            calls.complete(recordId, answer(response.getStatus(), response.getHeaders(), new byte[0]));
        }
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (!(context.getProperty(RECORD) instanceof UUID recordId)
                || !(context.getProperty(STATUS) instanceof Integer status)) {
            context.proceed();
            return;
        }
        OutputStream out = context.getOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        context.setOutputStream(body);
        context.proceed();
        context.setOutputStream(out);
        calls.complete(recordId, answer(status, context.getHeaders(), body.toByteArray()));
        body.writeTo(out);
    }

    private static StoredAnswer answer(int status, MultivaluedMap<String, Object> headers, byte[] body) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            Object value = headers.getFirst(name);
            if (value != null) {
                kept.put(name, value.toString());
            }
        }
        return new StoredAnswer(status, kept, body);
    }
}
