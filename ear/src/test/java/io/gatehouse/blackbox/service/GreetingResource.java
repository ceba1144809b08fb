package io.gatehouse.blackbox.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Greets agents by the claims of their JWT. */
@RequestScoped
@Path("greeting")
public class GreetingResource {

    @Inject
    JsonWebToken caller;

    @GET
    @RolesAllowed("agent")
    @Produces(MediaType.TEXT_PLAIN)
    public String greet() {
        return caller.getName() + " " + caller.getGroups() + " of " + caller.getIssuer() + " may "
                + caller.getClaim("scope");
    }
}
