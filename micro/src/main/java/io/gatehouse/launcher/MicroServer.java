package io.gatehouse.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.loader.OpenURLClassLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs Payara Micro in this process with the WAR inside the runnable JAR. It stops with the process. */
final class MicroServer {

    /**
     * Enough for the longest token that is accepted. With its default limit, the server would answer with an empty 400.
     */
    private static final String HEADER_BYTES = ".header-buffer-length-bytes=16384";

    /** How much of a refused body's rest is read; if more was declared, the connection is closed at once. */
    private static final String REMAINDER_BYTES = ".max-swallowing-input-bytes=1048576";

    private static final String NO_TRACE = ".trace-enabled=false";

    /** Disables cleartext HTTP/2: a client could start it and bypass the checks of a proxy in front. */
    private static final String NO_HTTP2 = ".http2-enabled=false";

    private static final String HTTP =
            "configs.config.server-config.network-config.protocols.protocol.http-listener.http";

    private static final String HTTP_LISTENER =
            "configs.config.server-config.network-config.network-listeners" + ".network-listener.http-listener";

    private static final String HAZELCAST = "configs.config.server-config.hazelcast-config-specific-configuration";

    private MicroServer() {}

    /** @throws StartRefused if the port is in use, or the address does not belong to this machine */
    static void requireFree(InetSocketAddress listen) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(listen);
        } catch (IOException e) {
            throw new StartRefused(
                    "Cannot listen on " + listen.getAddress().getHostAddress() + " port " + listen.getPort() + " ("
                            + e.getMessage() + "): stop what uses it, or set " + LaunchSettings.PORT
                            + " to a free port.",
                    e);
        }
    }

    /** Blocks until the application is deployed, which is before it is ready. */
    static void start(InetSocketAddress listen, DataDirectory data) {
        System.setProperty("java.io.tmpdir", data.scratch().toString());
        try {
            PayaraMicroRuntime server = boot(data.scratch().resolve("server"))
                    .setLogPropertiesFile(logging(data).toFile())
                    .setHttpPort(listen.getPort())
                    .setNoHazelcast(true)
                    .setPreBootHandler(admin -> {
                        admin.run(
                                "set",
                                HTTP_LISTENER + ".address="
                                        + listen.getAddress().getHostAddress(),
                                HTTP + HEADER_BYTES,
                                HTTP + REMAINDER_BYTES,
                                HTTP + NO_TRACE,
                                HTTP + NO_HTTP2,
                                HAZELCAST + ".enabled=false");
                    })
                    .bootStrap();
            if (server.getDeployedApplicationNames().isEmpty()) {
                throw new StartRefused("The application did not start; see " + data.logs() + ".");
            }
        } catch (BootstrapException | IOException e) {
            throw new StartRefused("The server did not start; see " + data.logs() + ".", e);
        }
    }

    private static PayaraMicroBoot boot(Path directory) throws IOException {
        ClassLoader archives = ServerArchives.unpack(directory).classLoader();
        // Payara Micro accepts that the archives are unpacked only with a loader of this class.
        ClassLoader loader = new OpenURLClassLoader(new URL[0], archives);
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return (PayaraMicroBoot) loader.loadClass("fish.payara.micro.impl.PayaraMicroImpl")
                    .getMethod("getInstance")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the JAR contains another version of Payara Micro", e);
        }
    }

    private static Path logging(DataDirectory data) {
        Path file = data.scratch().resolve("logging.properties");
        try (InputStream template = MicroServer.class.getResourceAsStream("logging.properties")) {
            if (template == null) {
                throw new IllegalStateException("logging.properties is missing from the JAR");
            }
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(
                    file, text.replace("{logs}", data.logs().toString().replace('\\', '/')));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
