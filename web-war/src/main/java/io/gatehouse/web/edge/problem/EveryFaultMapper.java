package io.gatehouse.web.edge.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers every exception with a problem, so that the server's own error pages are never used. */
@Provider
public class EveryFaultMapper implements ExceptionMapper<Throwable> {

    @Context
    SecurityContext caller;

    @Override
    public Response toResponse(Throwable fault) {
        return Faults.answer(fault, caller);
    }
}
