package io.gatehouse.blackbox.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as it ships, and the copy that most tests deploy, whose WAR contains the development parts too. */
public final class Ear {

    static final String FILE = "gatehouse.ear";

    private static final String WAR = "gatehouse-web.war";

    private Ear() {}

    public static EnterpriseArchive shipped() {
        return shipped(FILE);
    }

    /** The same with another file name: Arquillian accepts each name once per test. */
    public static EnterpriseArchive shipped(String file) {
        return ShrinkWrap.create(ZipImporter.class, file)
                .importFrom(new File(System.getProperty("gatehouse.ear", "target/gatehouse.ear")))
                .as(EnterpriseArchive.class);
    }

    public static EnterpriseArchive forDevelopment() {
        return forDevelopment(FILE);
    }

    /** The same with another file name. */
    public static EnterpriseArchive forDevelopment(String file) {
        EnterpriseArchive ear = shipped(file);
        return withWar(ear, war(ear).addAsLibrary(developmentJar(), "gatehouse-dev.jar"));
    }

    /** The same with these classes in its WAR, to run inside the container. */
    public static EnterpriseArchive forDevelopment(Class<?>... tests) {
        EnterpriseArchive ear = forDevelopment();
        return withWar(ear, war(ear).addClasses(tests));
    }

    /** The archive with these settings in a library, for tests that do not share the server's own settings. */
    public static EnterpriseArchive with(EnterpriseArchive ear, Map<String, String> settings) {
        String properties = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
        return ear.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "settings.jar")
                .addAsManifestResource(new StringAsset(properties), "microprofile-config.properties"));
    }

    /** The archive with its web module at this context root. */
    public static EnterpriseArchive at(EnterpriseArchive ear, String contextRoot) {
        try (InputStream described =
                ear.get("META-INF/application.xml").getAsset().openStream()) {
            String xml = new String(described.readAllBytes(), StandardCharsets.UTF_8);
            return ear.setApplicationXML(new StringAsset(
                    xml.replace("<context-root>/</context-root>", "<context-root>" + contextRoot + "</context-root>")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static File developmentJar() {
        return new File(System.getProperty("gatehouse.dev.jar", "../dev/target/gatehouse-dev-0.1.0.jar"));
    }

    private static WebArchive war(EnterpriseArchive ear) {
        return ear.getAsType(WebArchive.class, ArchivePaths.create(WAR));
    }

    private static EnterpriseArchive withWar(EnterpriseArchive ear, WebArchive war) {
        ear.delete(ArchivePaths.create(WAR));
        return ear.addAsModule(war);
    }
}
