package io.gatehouse.kernel.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;

/** Assigns keys: UUID version 7 (RFC 9562 section 5.7), which sort in the order in which a node created them. */
@ApplicationScoped
public class Ids {

    private final NoArgGenerator generator = Generators.timeBasedEpochGenerator(new SecureRandom());

    public UUID next() {
        return generator.generate();
    }
}
