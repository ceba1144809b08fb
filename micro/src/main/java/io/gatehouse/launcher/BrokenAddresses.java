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
 * Leads requests with a broken escape in their path, as in {@code /%zz}, to where the application refuses them. Payara
 * answers such a request with an empty 200 and logs a stack trace as SEVERE, before anything of the application is asked
 * (payara/Payara#8000). A probe of the HTTP listener sees every address before the server looks at it.
 */
final class BrokenAddresses implements InvocationHandler {

    /** The same stands in the application (io.gatehouse.web.problem.BrokenAddressPage). */
    private static final String REFUSAL = "/-/broken-address";

    private static final Logger LOG = Logger.getLogger(BrokenAddresses.class.getName());
    private static final String GRIZZLY = "org.glassfish.grizzly.";

    private final Class<?> requestType;
    private final Method address;
    private final Method lead;

    private BrokenAddresses(ClassLoader server) throws ReflectiveOperationException {
        requestType = server.loadClass(GRIZZLY + "http.HttpRequestPacket");
        address = requestType.getMethod("getRequestURI");
        lead = requestType.getMethod("setRequestURI", String.class);
    }

    /** On every listener of the running server; the classes are its own, and none that the launcher is built with. */
    static void refuse(ClassLoader server) {
        try {
            Class<?> probeType = server.loadClass(GRIZZLY + "http.HttpProbe");
            Object probes = Array.newInstance(probeType, 1);
            Array.set(
                    probes,
                    0,
                    Proxy.newProxyInstance(server, new Class<?>[] {probeType}, new BrokenAddresses(server)));
            for (Object codec : codecs(server)) {
                Object monitoring = codec.getClass().getMethod("getMonitoringConfig").invoke(codec);
                server.loadClass(GRIZZLY + "monitoring.MonitoringConfig")
                        .getMethod("addProbes", Object[].class)
                        .invoke(monitoring, probes);
            }
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.WARNING, "The server is another than expected: it answers broken addresses itself.", e);
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

    /** What the probe hears. */
    @Override
    public @Nullable Object invoke(Object probe, Method event, Object @Nullable [] arguments) throws Throwable {
        switch (event.getName()) {
            case "onHeaderParseEvent" -> {
                if (arguments != null && requestType.isInstance(arguments[1])) {
                    see(arguments[1]);
                }
                return null;
            }
            case "equals" -> {
                return arguments != null && probe == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(probe);
            }
            case "toString" -> {
                return BrokenAddresses.class.getSimpleName();
            }
            default -> {
                return null;
            }
        }
    }

    private void see(Object request) throws ReflectiveOperationException {
        if (isBroken((String) address.invoke(request))) {
            lead.invoke(request, REFUSAL);
        }
    }

    /** Whether there is a percent sign that two hexadecimal digits do not follow (RFC 3986 section 2.1). */
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
