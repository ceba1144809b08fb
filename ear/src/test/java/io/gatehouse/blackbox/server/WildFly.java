package io.gatehouse.blackbox.server;

import io.gatehouse.blackbox.client.Gatehouse;
import java.net.URI;
import java.nio.file.Path;

/** The WildFly that Arquillian starts (arquillian.xml). */
public final class WildFly {

    private WildFly() {}

    public static Gatehouse gatehouse() {
        return new Gatehouse(URI.create("http://127.0.0.1:" + Integer.getInteger("wildfly.http.port")));
    }

    public static Path log() {
        return Path.of(System.getProperty("wildfly.home"), "standalone", "log", "server.log");
    }

    /** As set for the server in the POM. */
    public static Path dataDirectory() {
        return Path.of(System.getProperty("wildfly.home")).resolveSibling("wildfly-data");
    }
}
