package io.gatehouse.blackbox.server;

import java.io.File;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The EAR as it ships, and the copy of it that most tests deploy: its WAR holds what is for development, too. */
public final class Ear {

    static final String FILE = "gatehouse.ear";

    private static final String WAR = "gatehouse-web.war";

    private Ear() {}

    public static EnterpriseArchive shipped() {
        return shipped(FILE);
    }

    /** In a file of another name: Arquillian takes each name once for a test. */
    public static EnterpriseArchive shipped(String file) {
        return ShrinkWrap.create(ZipImporter.class, file)
                .importFrom(new File(System.getProperty("gatehouse.ear", "target/gatehouse.ear")))
                .as(EnterpriseArchive.class);
    }

    public static EnterpriseArchive forDevelopment() {
        return forDevelopment(FILE);
    }

    /** In a file of another name. */
    public static EnterpriseArchive forDevelopment(String file) {
        EnterpriseArchive ear = shipped(file);
        return withWar(ear, war(ear).addAsLibrary(developmentJar(), "gatehouse-dev.jar"));
    }

    /** With these classes in its WAR, to run inside the container. */
    public static EnterpriseArchive forDevelopment(Class<?>... tests) {
        EnterpriseArchive ear = forDevelopment();
        return withWar(ear, war(ear).addClasses(tests));
    }

    /** The archive with these settings in a library: for tests beside those that share the server's own settings. */
    public static EnterpriseArchive with(EnterpriseArchive ear, Map<String, String> settings) {
        String properties = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
        return ear.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "settings.jar")
                .addAsManifestResource(new StringAsset(properties), "microprofile-config.properties"));
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
