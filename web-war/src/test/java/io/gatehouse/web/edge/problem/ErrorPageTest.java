package io.gatehouse.web.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErrorPageTest {

    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;

    @Test
    void anOverloadedServerSaysWhenToTryAgain() {
        attributes.put(RequestDispatcher.ERROR_STATUS_CODE, 503);

        service();

        assertThat(status).isEqualTo(503);
        assertThat(headers).containsKey("Retry-After");
    }

    @Test
    void aTimeToTryAgainThatIsAlreadySaidStays() {
        attributes.put(RequestDispatcher.ERROR_STATUS_CODE, 503);
        headers.put("Retry-After", "77");

        service();

        assertThat(headers).containsEntry("Retry-After", "77");
    }

    @Test
    void anUnreachableDatabaseIsNoIncident() {
        attributes.put(
                RequestDispatcher.ERROR_EXCEPTION,
                new ServletException(new SQLTransientConnectionException("refused", "08001")));

        service();

        assertThat(status).isEqualTo(503);
        assertThat(headers).containsKey("Retry-After");
        assertThat(body.toString(StandardCharsets.UTF_8)).doesNotContain("incident");
    }

    @Test
    void aFaultIsAnIncidentWithoutATimeToTryAgain() {
        attributes.put(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("a secret detail"));

        service();

        assertThat(status).isEqualTo(500);
        assertThat(headers).doesNotContainKey("Retry-After");
        assertThat(body.toString(StandardCharsets.UTF_8)).contains("incident").doesNotContain("a secret detail");
    }

    private void service() {
        try {
            new ErrorPage().service(request(), response());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpServletRequest request() {
        return proxy(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getDispatcherType" -> DispatcherType.ERROR;
            case "getAttribute" -> attributes.get((String) arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private HttpServletResponse response() {
        return proxy(HttpServletResponse.class, (method, arguments) -> switch (method) {
            case "setStatus" -> {
                status = (int) arguments[0];
                yield null;
            }
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "containsHeader" -> headers.containsKey((String) arguments[0]);
            case "getOutputStream" -> new Body();
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object returned = call.of(method.getName(), arguments);
                    return method.getReturnType() == void.class ? null : returned;
                }));
    }

    private interface Call {
        @Nullable Object of(String method, Object[] arguments);
    }

    private final class Body extends ServletOutputStream {

        @Override
        public void write(int octet) {
            body.write(octet);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
