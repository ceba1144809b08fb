package io.gatehouse.kernel.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads single keys and validates each by its rule in {@link Keys}. A blank value counts as not set; surrounding
 * whitespace is stripped. No message contains the text of a secret.
 */
final class ConfigValues {

    private static final int MAX_FILE_BYTES = 65_536;

    private final Function<String, Optional<String>> source;

    ConfigValues(Function<String, Optional<String>> source) {
        this.source = source;
    }

    Optional<String> text(String key) {
        return unvalidated(key)
                .map(text -> Keys.find(key).map(known -> known.validated(text)).orElse(text));
    }

    /** Whether the key or {@code <key>.file} is set, valid or not. */
    boolean isSet(String key) {
        return unvalidated(key).isPresent() || unvalidated(key + ".file").isPresent();
    }

    private Optional<String> unvalidated(String key) {
        return source.apply(key).map(String::strip).filter(value -> !value.isEmpty());
    }

    String required(String key) {
        return text(key).orElseThrow(() -> new ConfigurationException(key + " is not set"));
    }

    /** Returns the value of the key, or the content of the file that {@code <key>.file} names. Refuses both at once. */
    Optional<String> secret(String key) {
        Optional<String> file = unvalidated(key + ".file");
        if (file.isEmpty()) {
            return text(key);
        }
        if (unvalidated(key).isPresent()) {
            throw new ConfigurationException(key + " and " + key + ".file are both set: keep one");
        }
        String content = contentOf(key + ".file", file.get());
        return Optional.of(Keys.find(key).map(known -> known.validated(content)).orElse(content));
    }

    Optional<byte[]> key(String key) {
        return secret(key).map(Base64.getDecoder()::decode);
    }

    Duration duration(String key) {
        return Duration.parse(required(key));
    }

    int count(String key) {
        return Integer.parseInt(required(key));
    }

    private static String contentOf(String key, String file) {
        String named = key + "=" + Key.printable(file);
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(MAX_FILE_BYTES + 1);
            if (bytes.length > MAX_FILE_BYTES) {
                throw new ConfigurationException(named + " names a file that is too large for a secret");
            }
            String content = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .strip();
            if (content.isEmpty()) {
                throw new ConfigurationException(named + " names an empty file");
            }
            return content;
        } catch (IOException | InvalidPathException e) {
            throw new ConfigurationException(named + " names a file that cannot be read", e);
        }
    }
}
