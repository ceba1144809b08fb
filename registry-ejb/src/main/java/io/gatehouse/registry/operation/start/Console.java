package io.gatehouse.registry.operation.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The standard output of the process, for text that is shown to a person once and must not be in a log. Servers
 * redirect {@code System.out} to their logs; this bypasses them.
 */
@ApplicationScoped
class Console {

    private static final Logger LOG = Logger.getLogger(Console.class.getName());

    /** Not closed, because it belongs to the process. */
    @SuppressWarnings("resource")
    void show(String line) {
        try {
            new FileOutputStream(FileDescriptor.out)
                    .write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The standard output cannot be written: text that is shown once was lost", e);
        }
    }
}
