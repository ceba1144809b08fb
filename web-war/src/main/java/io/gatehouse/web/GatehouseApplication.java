package io.gatehouse.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The JAX-RS application, at the server's root path. Resources and providers are found by their annotations. */
@ApplicationPath("/")
public class GatehouseApplication extends Application {

    /** Turns off Jersey's own description at {@code /application.wadl}; the API is described by OpenAPI. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
