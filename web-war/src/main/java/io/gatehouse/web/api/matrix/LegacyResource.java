package io.gatehouse.web.api.matrix;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The same resources at the paths of old homeservers (Matrix application service API v1.17, legacy routes). */
@ApplicationScoped
@Path("/")
@PermitAll
@HomeserverOnly
@Produces(MediaType.APPLICATION_JSON)
public class LegacyResource extends AppserviceResource {}
