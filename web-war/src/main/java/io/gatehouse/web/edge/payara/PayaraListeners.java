package io.gatehouse.web.edge.payara;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP listeners of the running server, and the probes on them. The server's classes are reached through its public
 * methods only. A listener that is configured anew takes its probes along ({@code GrizzlyService.restartNetworkListener}).
 */
final class PayaraListeners {

    private static final String CONFIG = "com.sun.enterprise.config.serverbeans.";
    private static final String NETWORK = "org.glassfish.grizzly.config.dom.";
    private static final String GRIZZLY = "org.glassfish.grizzly.";
    private static final String KERNEL = "com.sun.enterprise.v3.services.impl.";

    /** As the server names its own configuration among those that it administers (ServerEnvironment). */
    private static final String OWN_CONFIG = "default-instance-name";

    private final ClassLoader server;
    private final Object service;
    private final Object config;

    PayaraListeners(ClassLoader server) throws ReflectiveOperationException {
        this.server = server;
        Object services = Objects.requireNonNull(server.loadClass("org.glassfish.internal.api.Globals")
                .getMethod("getDefaultHabitat")
                .invoke(null));
        Class<?> locator = server.loadClass("org.glassfish.hk2.api.ServiceLocator");
        service = Objects.requireNonNull(locator.getMethod("getService", Class.class, Annotation[].class)
                .invoke(services, server.loadClass(KERNEL + "GrizzlyService"), new Annotation[0]));
        config = Objects.requireNonNull(locator.getMethod("getService", Class.class, String.class, Annotation[].class)
                .invoke(services, server.loadClass(CONFIG + "Config"), OWN_CONFIG, new Annotation[0]));
    }

    /** On each that leads to that virtual server; the listener of the administration leads to another one. */
    void add(Object probe, String virtualServer) throws ReflectiveOperationException {
        for (Object monitoring : monitoring(leadingTo(virtualServer))) {
            probes("addProbes", monitoring, probe);
        }
    }

    /** From all: the virtual server may have other listeners by now. */
    void remove(Object probe) throws ReflectiveOperationException {
        for (Object monitoring : monitoring(name -> true)) {
            probes("removeProbes", monitoring, probe);
        }
    }

    /** The filters of each listener that leads to that virtual server; a change is one to the running listener. */
    List<List<Object>> filterChains(String virtualServer) throws ReflectiveOperationException {
        List<List<Object>> all = new ArrayList<>();
        for (Object running : running(leadingTo(virtualServer))) {
            Object transport = present(call(GRIZZLY + "config.GenericGrizzlyListener", "getTransport", running));
            if (call(GRIZZLY + "Transport", "getProcessor", transport) instanceof List<?> filters) {
                all.add(listOfFilters(filters));
            }
        }
        return all;
    }

    /** A chain of filters is a list of them. */
    @SuppressWarnings("unchecked")
    private static List<Object> listOfFilters(List<?> filters) {
        return (List<Object>) filters;
    }

    private void probes(String method, Object monitoring, Object probe) throws ReflectiveOperationException {
        Object probes = Array.newInstance(server.loadClass(GRIZZLY + "http.HttpProbe"), 1);
        Array.set(probes, 0, probe);
        server.loadClass(GRIZZLY + "monitoring.MonitoringConfig")
                .getMethod(method, Object[].class)
                .invoke(monitoring, probes);
    }

    private Predicate<String> leadingTo(String virtualServer) throws ReflectiveOperationException {
        Set<String> names = listenersOf(virtualServer);
        return name -> names.isEmpty() || names.contains(name);
    }

    /** Empty where all listeners lead there. */
    private Set<String> listenersOf(String virtualServer) throws ReflectiveOperationException {
        Object http = call(CONFIG + "Config", "getHttpService", config);
        Object found = Objects.requireNonNull(
                server.loadClass(CONFIG + "HttpService")
                        .getMethod("getVirtualServerByName", String.class)
                        .invoke(http, virtualServer),
                virtualServer);
        Object names = call(CONFIG + "VirtualServer", "getNetworkListeners", found);
        return names == null || names.toString().isBlank()
                ? Set.of()
                : Set.of(names.toString().strip().split("[ ,]+"));
    }

    private List<Object> monitoring(Predicate<String> byName) throws ReflectiveOperationException {
        Method filters =
                server.loadClass(GRIZZLY + "config.GenericGrizzlyListener").getMethod("getFilters", Class.class);
        List<Object> all = new ArrayList<>();
        for (Object running : running(byName)) {
            Class<?> codec = server.loadClass(GRIZZLY + "http.HttpServerFilter");
            for (Object each : (List<?>) present(filters.invoke(running, codec))) {
                all.add(present(call(GRIZZLY + "http.HttpCodecFilter", "getMonitoringConfig", each)));
            }
        }
        return all;
    }

    /** Without those that are turned off. */
    private List<Object> running(Predicate<String> byName) throws ReflectiveOperationException {
        Class<?> proxyType = server.loadClass(KERNEL + "GrizzlyProxy");
        Class<?> runningType = server.loadClass(GRIZZLY + "config.GenericGrizzlyListener");
        Method proxyOf =
                service.getClass().getMethod("lookupNetworkProxy", server.loadClass(NETWORK + "NetworkListener"));
        List<Object> all = new ArrayList<>();
        for (Object listener : configured()) {
            Object proxy = byName.test((String) present(call(NETWORK + "NetworkListener", "getName", listener)))
                    ? proxyOf.invoke(service, listener)
                    : null;
            Object running = proxyType.isInstance(proxy)
                    ? proxyType.getMethod("getUnderlyingListener").invoke(proxy)
                    : null;
            if (runningType.isInstance(running)) {
                all.add(present(running));
            }
        }
        return all;
    }

    private List<?> configured() throws ReflectiveOperationException {
        Object network = call(CONFIG + "Config", "getNetworkConfig", config);
        Object listeners = call(NETWORK + "NetworkConfig", "getNetworkListeners", network);
        return (List<?>) present(call(NETWORK + "NetworkListeners", "getNetworkListener", listeners));
    }

    private @Nullable Object call(String type, String method, @Nullable Object target)
            throws ReflectiveOperationException {
        return server.loadClass(type).getMethod(method).invoke(present(target));
    }

    private static Object present(@Nullable Object found) {
        return Objects.requireNonNull(found);
    }
}
