package io.gatehouse.web.edge.payara;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Observes the server's HTTP listener and fixes two faults that neither a setting nor the application can fix:
 *
 * <ul>
 *   <li>A request with a broken escape in its path, such as {@code /%zz}, or with a host whose port is not a number, is
 *       redirected to a path where the application refuses it. Payara would answer with an empty 200 and log a stack
 *       trace as SEVERE (payara/Payara#8000).
 *   <li>After a 413 to a body without a declared length, the connection is closed. Payara would read the rest of the
 *       body, however long it is; for declared lengths there is {@code max-swallowing-input-bytes}.
 * </ul>
 */
final class ListenerProbe implements InvocationHandler {

    private static final Logger LOG = Logger.getLogger(ListenerProbe.class.getName());
    private static final String GRIZZLY = "org.glassfish.grizzly.";

    private static final String HOST = "Host";
    private static final int TOO_LARGE = 413;

    private final String refusal;
    private final Class<?> requestType;
    private final Method address;
    private final Method setAddress;
    private final Method header;
    private final Method setHeader;
    private final Method length;
    private final Method setBroken;
    private final Class<?> responseType;
    private final Method status;
    private final Method requestOf;

    private ListenerProbe(ClassLoader server, String refusal) throws ReflectiveOperationException {
        this.refusal = refusal;
        requestType = server.loadClass(GRIZZLY + "http.HttpRequestPacket");
        address = requestType.getMethod("getRequestURI");
        setAddress = requestType.getMethod("setRequestURI", String.class);
        header = requestType.getMethod("getHeader", String.class);
        setHeader = requestType.getMethod("setHeader", String.class, String.class);
        length = requestType.getMethod("getContentLength");
        setBroken = requestType.getMethod("setContentBroken", boolean.class);
        responseType = server.loadClass(GRIZZLY + "http.HttpResponsePacket");
        status = responseType.getMethod("getStatus");
        requestOf = responseType.getMethod("getRequest");
    }

    /** An HttpProbe; {@code refusal} is the path where the application refuses a broken address. */
    static Object of(ClassLoader server, String refusal) throws ReflectiveOperationException {
        Class<?> type = server.loadClass(GRIZZLY + "http.HttpProbe");
        // A proxy's class lives as long as its loader knows it; the server's holds nothing of ours.
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new ListenerProbe(server, refusal));
    }

    /**
     * Handles an event of the listener. A fault here must not fail the request: the server then handles it as it would
     * without the probe.
     */
    @Override
    public @Nullable Object invoke(Object probe, Method event, Object @Nullable [] arguments) {
        String name = event.getName();
        if (arguments == null) {
            return name.equals("hashCode") ? System.identityHashCode(probe) : ListenerProbe.class.getSimpleName();
        }
        if (name.equals("equals")) {
            return probe == arguments[0];
        }
        try {
            if (name.equals("onHeaderParseEvent") && requestType.isInstance(arguments[1])) {
                redirectBrokenRequest(arguments[1]);
            } else if (name.equals("onHeaderSerializeEvent") && responseType.isInstance(arguments[1])) {
                closeAfterTooLarge(arguments[1]);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "an event of the listener cannot be handled", e);
        }
        return null;
    }

    private void redirectBrokenRequest(Object request) throws ReflectiveOperationException {
        Object host = header.invoke(request, HOST);
        if (host != null && isBrokenHost((String) host)) {
            setHeader.invoke(request, HOST, "localhost");
            setAddress.invoke(request, refusal);
        } else if (isBroken((String) address.invoke(request))) {
            setAddress.invoke(request, refusal);
        }
    }

    private void closeAfterTooLarge(Object response) throws ReflectiveOperationException {
        if ((int) status.invoke(response) == TOO_LARGE) {
            Object request = requestOf.invoke(response);
            if ((long) length.invoke(request) < 0) {
                setBroken.invoke(request, true);
            }
        }
    }

    /** Whether the host is empty or its port is not a number (RFC 9110 section 7.2). */
    static boolean isBrokenHost(String host) {
        int colon = host.indexOf(':', Math.max(0, host.indexOf(']')));
        String port = colon < 0 ? "" : host.substring(colon + 1);
        return host.isBlank() || port.length() > 5 || !port.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether a percent sign is not followed by two hexadecimal digits (RFC 3986 section 2.1). */
    static boolean isBroken(@Nullable String path) {
        int at = path == null ? -1 : path.indexOf('%');
        while (path != null && at >= 0) {
            if (at + 2 >= path.length()
                    || Character.digit(path.charAt(at + 1), 16) < 0
                    || Character.digit(path.charAt(at + 2), 16) < 0) {
                return true;
            }
            at = path.indexOf('%', at + 3);
        }
        return false;
    }
}
