package io.gatehouse.domain.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;

/** Reads single keys and says, of one that cannot be meant, which it is. A secret's text is in no message. */
final class ConfigValues {

    private final Function<String, Optional<String>> source;

    ConfigValues(Function<String, Optional<String>> source) {
        this.source = source;
    }

    Optional<String> text(String key) {
        return source.apply(key).map(String::strip).filter(value -> !value.isEmpty());
    }

    String required(String key) {
        return text(key).orElseThrow(() -> new ConfigurationException(key + " is not set"));
    }

    /** The value of the key, or the content of the file that {@code <key>.file} names. */
    Optional<String> secret(String key) {
        Optional<String> inline = text(key);
        Optional<String> file = text(key + ".file");
        if (inline.isPresent() && file.isPresent()) {
            throw new ConfigurationException(key + " and " + key + ".file are both set: keep one");
        }
        return file.isPresent() ? Optional.of(contentOf(key + ".file", file.get())) : inline;
    }

    Optional<byte[]> key(String key) {
        return secret(key).map(text -> decode(key, text));
    }

    Duration duration(String key) {
        String text = required(key);
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || duration.isZero()) {
                throw new ConfigurationException(key + "=" + text + " is not longer than nothing");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new ConfigurationException(key + "=" + text + " is no ISO 8601 duration, as in PT15M", e);
        }
    }

    int count(String key) {
        String text = required(key);
        try {
            int count = Integer.parseInt(text);
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new ConfigurationException(key + "=" + text + " is no number", e);
        }
        throw new ConfigurationException(key + "=" + text + " is negative");
    }

    static byte[] decode(String key, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(key + " is no base64: make one with 'openssl rand -base64 32'", e);
        }
        if (bytes.length != EncryptionKeys.LENGTH) {
            throw new ConfigurationException(
                    key + " is not 32 bytes in base64: make one with 'openssl rand -base64 32'");
        }
        return bytes;
    }

    private static String contentOf(String key, String file) {
        try {
            String content = Files.readString(Path.of(file)).strip();
            if (content.isEmpty()) {
                throw new ConfigurationException(key + "=" + file + " names an empty file");
            }
            return content;
        } catch (IOException e) {
            throw new ConfigurationException(key + "=" + file + " names a file that cannot be read", e);
        }
    }
}
