package io.gatehouse.web.edge.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Maps the exceptions of JAX-RS, which servers map themselves before they consult {@link EveryFaultMapper}. */
@Provider
public class JaxRsFaultMapper implements ExceptionMapper<WebApplicationException> {

    @Context
    SecurityContext caller;

    @Override
    public Response toResponse(WebApplicationException fault) {
        return Faults.answer(fault, caller);
    }
}
