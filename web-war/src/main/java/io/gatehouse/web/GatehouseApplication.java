package io.gatehouse.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Every path of Gatehouse, at the server's root. Resources and providers are found by their annotations. */
@ApplicationPath("/")
public class GatehouseApplication extends Application {

    /** Jersey would publish a description of its own at {@code /application.wadl}; OpenAPI is the one that counts. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
