package io.gatehouse.web.edge.payara;

import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
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
        Set<String> names = listenersOf(virtualServer);
        for (Object monitoring : monitoring(name -> names.isEmpty() || names.contains(name))) {
            probes("addProbes", monitoring, probe);
        }
    }

    /** From all: the virtual server may have other listeners by now. */
    void remove(Object probe) throws ReflectiveOperationException {
        for (Object monitoring : monitoring(name -> true)) {
            probes("removeProbes", monitoring, probe);
        }
    }

    private void probes(String method, Object monitoring, Object probe) throws ReflectiveOperationException {
        Object probes = Array.newInstance(server.loadClass(GRIZZLY + "http.HttpProbe"), 1);
        Array.set(probes, 0, probe);
        server.loadClass(GRIZZLY + "monitoring.MonitoringConfig")
                .getMethod(method, Object[].class)
                .invoke(monitoring, probes);
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
        Object network = call(CONFIG + "Config", "getNetworkConfig", config);
        Object listeners = call(NETWORK + "NetworkConfig", "getNetworkListeners", network);
        List<Object> all = new ArrayList<>();
        for (Object listener : (List<?>) present(call(NETWORK + "NetworkListeners", "getNetworkListener", listeners))) {
            if (byName.test((String) present(call(NETWORK + "NetworkListener", "getName", listener)))) {
                for (Object codec : codecs(listener)) {
                    all.add(present(call(GRIZZLY + "http.HttpCodecFilter", "getMonitoringConfig", codec)));
                }
            }
        }
        return all;
    }

    /** None where the listener is turned off. */
    private List<?> codecs(Object listener) throws ReflectiveOperationException {
        Object proxy = service.getClass()
                .getMethod("lookupNetworkProxy", server.loadClass(NETWORK + "NetworkListener"))
                .invoke(service, listener);
        Class<?> proxyType = server.loadClass(KERNEL + "GrizzlyProxy");
        if (!proxyType.isInstance(proxy)) {
            return List.of();
        }
        Object running = proxyType.getMethod("getUnderlyingListener").invoke(proxy);
        Class<?> listenerType = server.loadClass(GRIZZLY + "config.GenericGrizzlyListener");
        if (!listenerType.isInstance(running)) {
            return List.of();
        }
        return (List<?>) present(listenerType
                .getMethod("getFilters", Class.class)
                .invoke(running, server.loadClass(GRIZZLY + "http.HttpServerFilter")));
    }

    private @Nullable Object call(String type, String method, @Nullable Object target)
            throws ReflectiveOperationException {
        return server.loadClass(type).getMethod(method).invoke(present(target));
    }

    private static Object present(@Nullable Object found) {
        return Objects.requireNonNull(found);
    }
}
