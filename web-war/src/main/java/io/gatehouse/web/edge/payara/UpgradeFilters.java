package io.gatehouse.web.edge.payara;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets the server ignore an {@code Upgrade} header that nobody on it answers (RFC 9110 section 7.8), and so read the
 * request's body. Grizzly takes whatever follows the header of such a request for another protocol, without lengths and
 * chunks, unless a filter of the listener objects. Java's HTTP client sends that header by default.
 *
 * <p>An upgrade to WebSocket stays as it is, for other applications on the same server. So does one to HTTP/2 where the
 * listener speaks it: there another filter answers first.
 */
final class UpgradeFilters {

    private static final Logger LOG = Logger.getLogger(UpgradeFilters.class.getName());
    private static final String GRIZZLY = "org.glassfish.grizzly.";

    private final Class<?> filterType;
    private final Class<?> standInFor;
    private final Class<?> upgradeEvent;
    private final Method headerOf;
    private final Class<?> requestType;
    private final Method methodOf;
    private final Method upgradeOf;
    private final Method upgradeText;
    private final Method clear;
    private final Method ignoreLengths;
    private final List<Placed> placed = new ArrayList<>();

    UpgradeFilters(ClassLoader server) throws ReflectiveOperationException {
        filterType = server.loadClass(GRIZZLY + "filterchain.Filter");
        standInFor = server.loadClass(GRIZZLY + "http.server.FileCacheFilter");
        upgradeEvent = server.loadClass(GRIZZLY + "http.HttpEvents$IncomingHttpUpgradeEvent");
        headerOf = upgradeEvent.getMethod("getHttpHeader");
        requestType = server.loadClass(GRIZZLY + "http.HttpRequestPacket");
        methodOf = requestType.getMethod("getMethod");
        upgradeText = requestType.getMethod("getUpgrade");
        upgradeOf = requestType.getMethod("getUpgradeDC");
        clear = server.loadClass(GRIZZLY + "http.util.DataChunk").getMethod("recycle");
        ignoreLengths = requestType.getMethod("setIgnoreContentModifiers", boolean.class);
    }

    /**
     * In each chain, one filter is replaced by one that does the same and listens for upgrades. The length of a chain in
     * use must not change: connections hold arrays of that length.
     */
    void place(List<List<Object>> filterChains) {
        for (List<Object> filters : filterChains) {
            for (Object filter : List.copyOf(filters)) {
                if (standInFor.isInstance(filter)) {
                    Object standIn = standIn(filter);
                    placed.add(new Placed(filters, filter, standIn)); // first, so that it is removed in any case
                    filters.set(filters.indexOf(filter), standIn);
                }
            }
        }
    }

    void remove() {
        for (Placed each : placed) {
            int at = each.filters().indexOf(each.standIn());
            if (at >= 0) {
                each.filters().set(at, each.original());
            }
        }
        placed.clear();
    }

    private Object standIn(Object filter) {
        // A proxy's class lives as long as its loader knows it; the server's holds nothing of ours.
        return Proxy.newProxyInstance(filterType.getClassLoader(), new Class<?>[] {filterType}, new StandIn(filter));
    }

    /** Whether this is the handshake of a WebSocket, which is a GET (RFC 6455 section 4.1). */
    static boolean isWebSocket(@Nullable String method, @Nullable String upgrade) {
        return "GET".equals(method) && "websocket".equalsIgnoreCase(upgrade);
    }

    /** A fault here must not fail the request: the server then handles it as it would without the filter. */
    private void ignoreUpgrade(Object event) {
        try {
            Object header = headerOf.invoke(event);
            if (requestType.isInstance(header)
                    && !isWebSocket(String.valueOf(methodOf.invoke(header)), (String) upgradeText.invoke(header))) {
                clear.invoke(upgradeOf.invoke(header));
                ignoreLengths.invoke(header, false);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.FINE, "an upgrade cannot be ignored", e);
        }
    }

    private record Placed(List<Object> filters, Object original, Object standIn) {}

    /** Passes everything on to the filter that it stands in for. */
    private final class StandIn implements InvocationHandler {

        private final Object filter;

        StandIn(Object filter) {
            this.filter = filter;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (method.getName().equals("equals") && arguments != null) {
                return proxy == arguments[0];
            }
            if (method.getName().equals("handleEvent") && arguments != null && upgradeEvent.isInstance(arguments[1])) {
                ignoreUpgrade(arguments[1]);
            }
            try {
                return method.invoke(filter, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
