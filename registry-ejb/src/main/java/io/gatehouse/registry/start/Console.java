package io.gatehouse.registry.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The standard output that the process was started with, for what a person may read once and no log may keep. Servers
 * put what goes to {@code System.out} into their logs; this goes past them.
 */
@ApplicationScoped
class Console {

    private static final Logger LOG = Logger.getLogger(Console.class.getName());

    /** Never closed: it is the process's. */
    @SuppressWarnings("resource")
    void show(String line) {
        try {
            new FileOutputStream(FileDescriptor.out)
                    .write((line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The standard output takes nothing: what is shown once was not seen", e);
        }
    }
}
