package io.gatehouse.blackbox.cases;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whether what ships is alive, and refuses as the contract says. */
public interface SmokeCases extends Cases {

    @Test
    @DisplayName("it is ready")
    default void itIsReady() {
        gatehouse().anyone().get("/health/ready").expecting(200);
    }
}
