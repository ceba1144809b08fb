package io.gatehouse.web.edge.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testkit.FuzzLimits;
import io.gatehouse.web.edge.problem.ProblemException;
import io.gatehouse.web.edge.problem.ProblemType;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a body as every request record: each reads it or refuses it as an invalid body. Request records are found by
 * name: {@code …Request} with a static {@code from} that takes a {@link JsonBody}.
 */
public final class RequestBodiesFuzz {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final List<Method> READERS = readers();

    static {
        assertThat(READERS).as("static from(JsonBody) of classes …Request").hasSizeGreaterThan(10);
    }

    private RequestBodiesFuzz() {}

    public static void fuzzerTestOneInput(byte[] json) {
        for (Method reader : READERS) {
            FuzzLimits.within(() -> {
                read(reader, json);
                return reader;
            });
        }
    }

    private static void read(Method reader, byte[] json) {
        try {
            Object[] arguments = Arrays.stream(reader.getParameterTypes())
                    .map(type -> type == JsonBody.class ? (Object) JsonBody.parse(json) : NOW)
                    .toArray();
            assertThat(reader.invoke(null, arguments))
                    .hasToString(reader.invoke(null, fresh(arguments, json)).toString());
        } catch (ProblemException e) {
            assertThat(e.problem().type()).isEqualTo(ProblemType.INVALID_BODY);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause())
                    .as("%s", reader)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.problem().type()).isEqualTo(ProblemType.INVALID_BODY));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Creates a new body each time: a body collects its faults, so it can be read only once. */
    private static Object[] fresh(Object[] arguments, byte[] json) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof JsonBody ? JsonBody.parse(json) : argument)
                .toArray();
    }

    private static List<Method> readers() {
        try {
            Path classes = Path.of(JsonBody.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(classes.resolve("io/gatehouse/web"))) {
                return files.map(file -> classes.relativize(file).toString())
                        .filter(name -> name.endsWith("Request.class"))
                        .sorted()
                        .flatMap(name -> readers(name.replace(".class", "").replace('/', '.')))
                        .toList();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Method> readers(String className) {
        try {
            return Arrays.stream(Class.forName(className).getDeclaredMethods())
                    .filter(RequestBodiesFuzz::isReader)
                    .peek(reader -> reader.setAccessible(true));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isReader(Method method) {
        List<Class<?>> parameters = List.of(method.getParameterTypes());
        return method.getName().equals("from")
                && Modifier.isStatic(method.getModifiers())
                && (parameters.equals(List.of(JsonBody.class))
                        || parameters.equals(List.of(JsonBody.class, Instant.class)));
    }
}
