package io.gatehouse.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.gatehouse.testkit.FuzzLimits;
import io.gatehouse.web.problem.ProblemException;
import io.gatehouse.web.problem.ProblemType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A body, read as every request record that there is: each is read, or refused as an invalid body. The records are those
 * with a static {@code from} that takes a {@link JsonBody}, so that a new one is among them by itself.
 */
public final class RequestBodiesFuzz {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final List<Method> READERS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.gatehouse.web").stream()
                    .flatMap(type -> type.getMethods().stream())
                    .filter(RequestBodiesFuzz::isReader)
                    .sorted(Comparator.comparing(JavaMethod::getFullName))
                    .map(JavaMethod::reflect)
                    .toList();

    static {
        assertThat(READERS).as("static from(JsonBody)").hasSizeGreaterThan(10);
        READERS.forEach(reader -> reader.setAccessible(true));
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

    /** A body notes its faults, and is read once. */
    private static Object[] fresh(Object[] arguments, byte[] json) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof JsonBody ? JsonBody.parse(json) : argument)
                .toArray();
    }

    private static boolean isReader(JavaMethod method) {
        return method.getName().equals("from")
                && method.getModifiers().contains(JavaModifier.STATIC)
                && method.getRawParameterTypes().get(0).isEquivalentTo(JsonBody.class)
                && method.getRawParameterTypes().stream().skip(1).allMatch(type -> type.isEquivalentTo(Instant.class));
    }
}
