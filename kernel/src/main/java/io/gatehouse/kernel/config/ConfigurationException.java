package io.gatehouse.kernel.config;

/** A configuration that Gatehouse cannot run with. The message names the key and the remedy, and contains no secret. */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }

    public ConfigurationException(String message, Throwable cause) {
        super(message, cause);
    }
}
