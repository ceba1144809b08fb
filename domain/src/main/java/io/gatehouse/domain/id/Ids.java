package io.gatehouse.domain.id;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;

/** Assigns keys: UUID version 7 (RFC 9562 section 5.7), which sort by the time they were made. */
@ApplicationScoped
public class Ids {

    private final NoArgGenerator generator = Generators.timeBasedEpochRandomGenerator(new SecureRandom());

    public UUID next() {
        return generator.generate();
    }
}
