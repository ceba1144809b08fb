package io.gatehouse.blackbox.server;

import io.gatehouse.blackbox.client.Gatehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Payara Server with gatehouse.ear in a copy of its first domain, with free ports. The EAR contains the development
 * parts, unless it is deployed {@linkplain #asShipped() as it ships}. Settings that are not set have their defaults:
 * the data directory is within the copy.
 */
public final class PayaraDomain implements BeforeAllCallback, AfterAllCallback {

    private static final Path HOME = Path.of(System.getProperty("payara.home", "target/payara6"));

    /** The ports of the domain as distributed. */
    private static final List<Integer> DISTRIBUTED_PORTS =
            List.of(8080, 8181, 4848, 3700, 3820, 3920, 8686, 7676, 6666);

    /** An empty value counts as not set. */
    private static final Map<String, String> ENVIRONMENT =
            Map.of("AS_JAVA", System.getProperty("java.home"), "GATEHOUSE_DB_URL", "", "GATEHOUSE_RATE_MINT", "");

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private final Map<Integer, Integer> ports = freePorts();
    private boolean asShipped;
    private @Nullable Path domains;

    private static Map<Integer, Integer> freePorts() {
        Iterator<Integer> free = FreePorts.many(DISTRIBUTED_PORTS.size()).iterator();
        return DISTRIBUTED_PORTS.stream().collect(Collectors.toMap(port -> port, port -> free.next()));
    }

    /** Sets a configuration key as {@code -Dkey=value}; only before the server starts. */
    public PayaraDomain with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    /** Sets several configuration keys. */
    public PayaraDomain with(Map<String, String> more) {
        settings.putAll(more);
        return this;
    }

    /** Sets a secret by file: Payara logs the options that it starts with. */
    public PayaraDomain withSecret(String key, String text) {
        secrets.put(key, text);
        return this;
    }

    /** Deploys the EAR as it ships, without the development parts. */
    public PayaraDomain asShipped() {
        asShipped = true;
        return this;
    }

    public Gatehouse gatehouse() {
        return new Gatehouse(URI.create("http://127.0.0.1:" + ports.get(8080)));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isNested(context)) {
            return;
        }
        try {
            Path servers = Files.createDirectories(Path.of("target", "servers")).toAbsolutePath();
            domains = Files.createTempDirectory(
                    servers, context.getRequiredTestClass().getSimpleName() + "-");
            Path domain = domains.resolve("gatehouse");
            copy(HOME.resolve("glassfish/domains/domain1").toAbsolutePath(), domain);
            for (Map.Entry<String, String> secret : secrets.entrySet()) {
                settings.put(
                        secret.getKey() + ".file",
                        Files.writeString(domains.resolve(secret.getKey()), secret.getValue())
                                .toString());
            }
            Path preBoot = Files.writeString(
                    domains.resolve("pre-boot.asadmin"),
                    "set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false\n"
                            + "set configs.config.server-config.network-config.protocols.protocol.http-listener-1"
                            + ".http.header-buffer-length-bytes=16384\n"
                            + "set configs.config.server-config.network-config.protocols.protocol.http-listener-1"
                            + ".http.max-swallowing-input-bytes=1048576\n");
            Path configuration = domain.resolve("config/domain.xml");
            Files.writeString(configuration, configured(Files.readString(configuration)));
            asadmin(
                    "start-domain",
                    "--domaindir",
                    domains.toString(),
                    "--prebootcommandfile",
                    preBoot.toString(),
                    "gatehouse");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deploy(asShipped ? Ear.shipped() : Ear.forDevelopment());
    }

    /** Redeploys with these additional settings, on the same server and data. */
    public void redeployWith(Map<String, String> more) {
        deploy(Ear.with(Ear.forDevelopment(), more));
    }

    /** The same server and data, with the web module at this context root. */
    public void redeployAt(String contextRoot) {
        deploy(Ear.at(Ear.forDevelopment(), contextRoot));
    }

    /** How many objects of that class are left in the server's memory after a collection of garbage. */
    public long instancesOf(String className) {
        try {
            String pid = Files.readString(domain().resolve("config/pid")).strip();
            Path histogram = domain().resolve("histogram.txt");
            Files.deleteIfExists(histogram);
            String jcmd =
                    Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            ServerProcess.run(List.of(jcmd, pid, "GC.class_histogram"), ENVIRONMENT, histogram);
            return Files.readAllLines(histogram).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns.length > 3 && columns[3].equals(className))
                    .mapToLong(columns -> Long.parseLong(columns[1]))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deploys this archive, which must fail and leaves the server without the application; returns asadmin's output. */
    public String refusalOf(EnterpriseArchive wrong) {
        try {
            asadmin(deployCommand(file(wrong)));
        } catch (IllegalStateException refused) {
            return String.valueOf(refused.getMessage()).replaceFirst("(?s)\nThe end of the server's log:.*", "");
        }
        throw new IllegalStateException("it was deployed");
    }

    private String[] deployCommand(Path ear) {
        return new String[] {
            "--port",
            String.valueOf(ports.get(4848)),
            "deploy",
            "--force",
            "--name",
            "gatehouse",
            ear.toAbsolutePath().toString()
        };
    }

    private Path file(EnterpriseArchive archive) {
        Path ear = domain().resolve(Ear.FILE);
        archive.as(ZipExporter.class).exportTo(ear.toFile(), true);
        return ear;
    }

    private void deploy(EnterpriseArchive archive) {
        asadmin(deployCommand(file(archive)));
        Awaitility.await("gatehouse.ear on Payara Server")
                .atMost(Duration.ofMinutes(1))
                .until(() -> gatehouse().anyone().get("/health/ready").status() == 200);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (domains != null && !isNested(context)) {
            asadmin("stop-domain", "--domaindir", domains.toString(), "--force", "--kill", "gatehouse");
        }
    }

    /**
     * JUnit calls the extensions of a test class for its nested classes too, for which the server is already running.
     */
    private static boolean isNested(ExtensionContext context) {
        return context.getRequiredTestClass().isAnnotationPresent(Nested.class);
    }

    private String configured(String domainXml) {
        String xml = domainXml;
        for (Map.Entry<Integer, Integer> port : ports.entrySet()) {
            xml = xml.replace("\"" + port.getKey() + "\"", "\"" + port.getValue() + "\"")
                    .replace("telnet.port=" + port.getKey(), "telnet.port=" + port.getValue());
        }
        Map<String, String> properties = new LinkedHashMap<>(settings);
        properties.putIfAbsent("gatehouse.public-url", gatehouse().baseUri().toString());
        String options = Stream.concat(
                        Stream.of("-XX:TieredStopAtLevel=1"),
                        properties.entrySet().stream()
                                .map(property -> "-D" + property.getKey() + "=" + property.getValue()))
                .map(option -> "<jvm-options>" + option + "</jvm-options>")
                .collect(Collectors.joining());
        return xml.replaceFirst("(<java-config[^>]*>)", "$1" + options.replace("$", "\\$"));
    }

    /** The default data directory, under the server's working directory. */
    public Path dataDirectory() {
        return domain().resolve("config/.gatehouse");
    }

    /** The server's log directory, rotated files included. */
    public Path logs() {
        return domain().resolve("logs");
    }

    public ServerLog log() {
        return new ServerLog(logs().resolve("server.log"));
    }

    private Path domain() {
        if (domains == null) {
            throw new IllegalStateException("not started");
        }
        return domains.resolve("gatehouse");
    }

    private void asadmin(String... arguments) {
        if (domains == null) {
            throw new IllegalStateException("not started");
        }
        Path log = domains.resolve("asadmin.log");
        List<String> command = Stream.concat(
                        Stream.of(HOME.resolve("bin/asadmin").toAbsolutePath().toString()), Stream.of(arguments))
                .toList();
        int exitCode = ServerProcess.run(command, ENVIRONMENT, log);
        if (exitCode != 0) {
            throw new IllegalStateException("asadmin " + String.join(" ", arguments) + " failed:\n"
                    + ServerProcess.tail(log) + "\nThe end of the server's log:\n"
                    + ServerProcess.tail(domains.resolve("gatehouse/logs/server.log")));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
