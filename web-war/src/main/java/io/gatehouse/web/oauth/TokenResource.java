package io.gatehouse.web.oauth;

import io.gatehouse.web.edge.form.FormFields;
import io.gatehouse.web.edge.problem.OAuthError;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The token endpoint. The bearer of a token may exchange it: no other credential is needed. */
@ApplicationScoped
@Path("/oauth2/token")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth")
public class TokenResource {

    @Inject
    TokenExchange exchange;

    @Inject
    FailedExchangeLimit refused;

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            summary = "Exchanges an agent's token for a JWT (RFC 8693)",
            description = "The JWT is a MicroProfile JWT that any server can verify with the keys of /oauth2/jwks: "
                    + "iss, sub and upn (the agent's user id), groups, scope, aud, jti. It is valid for five "
                    + "minutes at most, and at this deployment ends with the token that it was exchanged for.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = ExchangeRequest.Shape.class)))
    @APIResponse(
            responseCode = "200",
            description = "The JWT",
            content = @Content(schema = @Schema(implementation = TokenAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid_request (also for a subject_token that is not accepted), unsupported_grant_type,"
                    + " invalid_scope or invalid_target",
            content = @Content(schema = @Schema(implementation = OAuthError.class)))
    @APIResponse(
            responseCode = "429",
            description = "temporarily_unavailable: too many invalid tokens came from this address",
            content = @Content(schema = @Schema(implementation = OAuthError.class)))
    public Response token(@Context HttpServletRequest request, FormFields form) {
        ExchangeRequest.Reading reading = ExchangeRequest.read(new OAuthForm(form));
        if (reading instanceof ExchangeRequest.Reading.WellFormed wellFormed) {
            return answer(exchange.exchange(wellFormed.request()), request.getRemoteAddr());
        }
        return ((ExchangeRequest.Reading.Faulty) reading).error().toResponse();
    }

    private Response answer(TokenExchange.Result result, String address) {
        if (result instanceof TokenExchange.Result.Issued issued) {
            return Response.ok(TokenAnswer.from(issued))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        if (result instanceof TokenExchange.Result.Refused refusal) {
            return refusal.error().toResponse();
        }
        Duration wait = refused.count(address);
        return wait == null
                ? ((TokenExchange.Result.Unacceptable) result).error().toResponse()
                : Problem.of(ProblemType.RATE_LIMITED, "Too many tokens that are not accepted came from this address.")
                        .toResponse(wait);
    }
}
