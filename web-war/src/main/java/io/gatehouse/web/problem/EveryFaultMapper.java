package io.gatehouse.web.problem;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers with a problem for whatever is thrown; nothing is left to the server's own pages. */
@Provider
public class EveryFaultMapper implements ExceptionMapper<Throwable> {

    @Context
    SecurityContext caller;

    @Override
    public Response toResponse(Throwable fault) {
        return Faults.answer(fault, caller);
    }
}
