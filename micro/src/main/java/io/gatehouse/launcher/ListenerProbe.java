package io.gatehouse.launcher;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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

    /** Must equal the path in io.gatehouse.web.problem.BrokenAddressPage. */
    private static final String REFUSAL = "/-/broken-address";

    private static final Logger LOG = Logger.getLogger(ListenerProbe.class.getName());
    private static final String GRIZZLY = "org.glassfish.grizzly.";

    private static final String HOST = "Host";
    private static final int TOO_LARGE = 413;

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

    private ListenerProbe(ClassLoader server) throws ReflectiveOperationException {
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

    /**
     * Adds the probe to every listener of the running server. Uses the server's classes by reflection: the launcher is
     * not compiled against them.
     */
    static void watch(ClassLoader server) {
        try {
            Class<?> probeType = server.loadClass(GRIZZLY + "http.HttpProbe");
            Object probes = Array.newInstance(probeType, 1);
            Array.set(probes, 0, Proxy.newProxyInstance(server, new Class<?>[] {probeType}, new ListenerProbe(server)));
            for (Object codec : codecs(server)) {
                Object monitoring =
                        codec.getClass().getMethod("getMonitoringConfig").invoke(codec);
                server.loadClass(GRIZZLY + "monitoring.MonitoringConfig")
                        .getMethod("addProbes", Object[].class)
                        .invoke(monitoring, probes);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The server is not the expected version: it handles broken addresses and large bodies itself.",
                    e);
        }
    }

    private static List<Object> codecs(ClassLoader server) throws ReflectiveOperationException {
        Class<?> serviceType = server.loadClass("com.sun.enterprise.v3.services.impl.GrizzlyService");
        Object services = server.loadClass("org.glassfish.internal.api.Globals")
                .getMethod("getDefaultHabitat")
                .invoke(null);
        Object service = server.loadClass("org.glassfish.hk2.api.ServiceLocator")
                .getMethod("getService", Class.class, Annotation[].class)
                .invoke(services, serviceType, new Annotation[0]);
        Field proxies = serviceType.getDeclaredField("proxies");
        proxies.setAccessible(true);
        Class<?> codecType = server.loadClass(GRIZZLY + "http.HttpServerFilter");
        List<Object> codecs = new ArrayList<>();
        for (Object proxy : (Collection<?>) proxies.get(service)) {
            Object listener =
                    proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
            codecs.addAll((List<?>)
                    listener.getClass().getMethod("getFilters", Class.class).invoke(listener, codecType));
        }
        return codecs;
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
            setAddress.invoke(request, REFUSAL);
        } else if (isBroken((String) address.invoke(request))) {
            setAddress.invoke(request, REFUSAL);
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
