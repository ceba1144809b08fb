package io.gatehouse.install.channel.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Records in the context of a call that writing its request has begun. It is called after the connection, including
 * TLS, is established: the server has received nothing of a call that failed before, and may have received one that
 * failed after.
 */
final class RequestStartTracker extends HttpRequestExecutor {

    private static final String BEGUN = RequestStartTracker.class.getName();

    static boolean isBegun(HttpContext context) {
        return context.getAttribute(BEGUN) != null;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        context.setAttribute(BEGUN, true);
        return super.execute(request, connection, information, context);
    }
}
