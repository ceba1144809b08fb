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
 * Reads single keys, each judged by its rule in {@link Keys}. A value of nothing but blanks is none; blanks and line ends
 * around a value do not count. A secret's text is in no message.
 */
final class ConfigValues {

    private static final int LARGEST_FILE = 65_536;

    private final Function<String, Optional<String>> source;

    ConfigValues(Function<String, Optional<String>> source) {
        this.source = source;
    }

    Optional<String> text(String key) {
        return unjudged(key)
                .map(text -> Keys.find(key).map(known -> known.judged(text)).orElse(text));
    }

    /** Whether the key, or the file that its value is in, is set to anything at all. */
    boolean isSet(String key) {
        return unjudged(key).isPresent() || unjudged(key + ".file").isPresent();
    }

    private Optional<String> unjudged(String key) {
        return source.apply(key).map(String::strip).filter(value -> !value.isEmpty());
    }

    String required(String key) {
        return text(key).orElseThrow(() -> new ConfigurationException(key + " is not set"));
    }

    /** The value of the key, or the content of the file that {@code <key>.file} names. */
    Optional<String> secret(String key) {
        Optional<String> file = unjudged(key + ".file");
        if (file.isEmpty()) {
            return text(key);
        }
        if (unjudged(key).isPresent()) {
            throw new ConfigurationException(key + " and " + key + ".file are both set: keep one");
        }
        String content = contentOf(key + ".file", file.get());
        return Optional.of(Keys.find(key).map(known -> known.judged(content)).orElse(content));
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
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
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
