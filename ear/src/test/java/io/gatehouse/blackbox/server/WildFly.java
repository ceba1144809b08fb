package io.gatehouse.blackbox.server;

import io.gatehouse.blackbox.client.Gatehouse;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as built, for the WildFly that Arquillian starts (arquillian.xml). */
public final class WildFly {

    private static final String WAR = "gatehouse-web.war";

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

    public static EnterpriseArchive ear() {
        return named("gatehouse.ear");
    }

    private static EnterpriseArchive named(String file) {
        return ShrinkWrap.create(ZipImporter.class, file)
                .importFrom(new File(System.getProperty("gatehouse.ear", "target/gatehouse.ear")))
                .as(EnterpriseArchive.class);
    }

    /** The EAR with these settings in a library, for tests that do not share the server's own settings. */
    public static EnterpriseArchive earWith(Map<String, String> settings) {
        return with(ear(), settings);
    }

    /** The same with another file name: Arquillian accepts each name once per test. */
    public static EnterpriseArchive earWith(String file, Map<String, String> settings) {
        return with(named(file), settings);
    }

    /** The EAR with its web module at this context root. */
    public static EnterpriseArchive earAt(String contextRoot) {
        EnterpriseArchive ear = ear();
        try (InputStream described =
                ear.get("META-INF/application.xml").getAsset().openStream()) {
            String xml = new String(described.readAllBytes(), StandardCharsets.UTF_8);
            return ear.setApplicationXML(new StringAsset(
                    xml.replace("<context-root>/</context-root>", "<context-root>" + contextRoot + "</context-root>")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The archive with these settings in a library. */
    public static EnterpriseArchive with(EnterpriseArchive ear, Map<String, String> settings) {
        String properties = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
        return ear.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "settings.jar")
                .addAsManifestResource(new StringAsset(properties), "microprofile-config.properties"));
    }

    /** The EAR with these classes in its WAR, to run inside the container. */
    public static EnterpriseArchive earWith(Class<?>... tests) {
        EnterpriseArchive ear = ear();
        WebArchive war =
                ear.getAsType(WebArchive.class, ArchivePaths.create(WAR)).addClasses(tests);
        ear.delete(ArchivePaths.create(WAR));
        return ear.addAsModule(war);
    }
}
