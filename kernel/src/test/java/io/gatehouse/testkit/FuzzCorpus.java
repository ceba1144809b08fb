package io.gatehouse.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The kept inputs of the fuzz targets: seeds and findings. Each target is a class whose {@code fuzzerTestOneInput}
 * fails on an input that violates a contract. Its inputs are the files in {@code src/test/resources/fuzz/<name of the
 * class>}. Every build replays them without a fuzzer.
 */
public final class FuzzCorpus {

    private static final int MAX_INPUT_BYTES = FuzzLimits.MAX_INPUT_BYTES;

    private FuzzCorpus() {}

    /** Returns two tests for each input: one with the input as it is, one with the input repeated up to 64 KiB. */
    public static Stream<DynamicTest> replay(Class<?> target, Consumer<byte[]> test, String... moreResources) {
        Stream<Path> inputs = Stream.concat(Stream.of("/fuzz/" + target.getSimpleName()), Stream.of(moreResources))
                .flatMap(resource -> files(target, resource));
        return inputs.flatMap(file -> {
            byte[] input = bytes(file);
            String name = target.getSimpleName() + ": " + file.getFileName();
            return Stream.of(
                    DynamicTest.dynamicTest(name, () -> test.accept(input)),
                    DynamicTest.dynamicTest(name + ", many times", () -> test.accept(repeated(input))));
        });
    }

    private static Stream<Path> files(Class<?> target, String resource) {
        URL folder = target.getResource(resource);
        if (folder == null) {
            throw new AssertionError("no inputs for " + target.getSimpleName() + ": create " + resource);
        }
        try (Stream<Path> files = Files.walk(Path.of(folder.toURI()))) {
            List<Path> inputs = files.filter(Files::isRegularFile).sorted().toList();
            return inputs.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] repeated(byte[] input) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(MAX_INPUT_BYTES);
        while (input.length > 0 && all.size() + input.length <= MAX_INPUT_BYTES) {
            all.writeBytes(input);
        }
        return all.toByteArray();
    }
}
