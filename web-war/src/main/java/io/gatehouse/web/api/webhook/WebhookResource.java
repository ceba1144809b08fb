package io.gatehouse.web.api.webhook;

import io.gatehouse.contract.webhook.WebhookDelivery;
import io.gatehouse.contract.webhook.WebhookResult;
import io.gatehouse.contract.webhook.WebhookResult.Challenged;
import io.gatehouse.contract.webhook.WebhookResult.Malformed;
import io.gatehouse.contract.webhook.WebhookResult.NotGenuine;
import io.gatehouse.contract.webhook.WebhookResult.UnknownConnection;
import io.gatehouse.contract.webhook.Webhooks;
import io.gatehouse.kernel.id.Uuids;
import io.gatehouse.web.edge.problem.Problem;
import io.gatehouse.web.edge.problem.ProblemType;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The webhooks of connections. Anyone may call them; only deliveries with a valid proof of the platform are accepted.
 */
@ApplicationScoped
@Path("/api/webhooks")
@PermitAll
@Tag(name = "Chat")
public class WebhookResource {

    private static final int MAX_CHALLENGE_LENGTH = 1_024;
    private static final String PROOF = "The platform's proof, over the raw body";

    /** The headers by which the platforms prove their deliveries. */
    private static final List<String> HEADERS = List.of(
            "x-hub-signature-256", "x-telegram-bot-api-secret-token", "x-slack-signature", "x-slack-request-timestamp");

    @Inject
    Webhooks webhooks;

    @GET
    @Path("whatsapp/{connectionId}")
    @Operation(
            summary = "Verifies a webhook for WhatsApp",
            description = "If hub.verify_token is the connection's verify token, the answer is hub.challenge.")
    @APIResponse(responseCode = "200", description = "The challenge, as text")
    @APIResponse(responseCode = "403", description = "webhook_not_genuine: another token, or no such connection")
    public Response verify(
            @PathParam("connectionId") String connectionId,
            @QueryParam("hub.mode") @Nullable String mode,
            @QueryParam("hub.verify_token") @Nullable String token,
            @QueryParam("hub.challenge") @Nullable String challenge) {
        String shown = token == null ? "" : token;
        boolean wellFormed = "subscribe".equals(mode)
                && !shown.isEmpty()
                && challenge != null
                && challenge.length() <= MAX_CHALLENGE_LENGTH;
        return wellFormed
                        && Uuids.parse(connectionId)
                                .filter(id -> webhooks.isVerifyToken(id, shown))
                                .isPresent()
                ? Response.ok(challenge, MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                        .build()
                : Problem.of(ProblemType.WEBHOOK_NOT_GENUINE, "This is not the token that was agreed on.")
                        .toResponse();
    }

    @POST
    @Path("whatsapp/{connectionId}")
    @Operation(summary = "Receives deliveries of WhatsApp", description = PROOF + ", is X-Hub-Signature-256.")
    @APIResponse(responseCode = "200", description = "The delivery is stored, and will be processed soon")
    public Response takeFromWhatsApp(
            @PathParam("connectionId") String connectionId, @Context HttpHeaders headers, byte[] body) {
        return take("whatsapp", connectionId, headers, body);
    }

    @POST
    @Path("telegram/{connectionId}")
    @Operation(
            summary = "Receives deliveries of Telegram",
            description = "Telegram's proof is X-Telegram-Bot-Api-Secret-Token.")
    @APIResponse(responseCode = "200", description = "The delivery is stored, and will be processed soon")
    public Response takeFromTelegram(
            @PathParam("connectionId") String connectionId, @Context HttpHeaders headers, byte[] body) {
        return take("telegram", connectionId, headers, body);
    }

    @POST
    @Path("slack/{connectionId}")
    @Operation(
            summary = "Receives deliveries of Slack",
            description = PROOF + " and its time, is X-Slack-Signature; it may be 300 seconds old.")
    @APIResponse(
            responseCode = "200",
            description = "The delivery is stored, and will be processed soon; or the challenge is echoed")
    public Response takeFromSlack(
            @PathParam("connectionId") String connectionId, @Context HttpHeaders headers, byte[] body) {
        return take("slack", connectionId, headers, body);
    }

    private Response take(String platform, String connectionId, HttpHeaders headers, byte[] body) {
        return answer(Uuids.parse(connectionId)
                .map(id -> webhooks.take(platform, id, new WebhookDelivery(proofs(headers), body)))
                .orElseGet(UnknownConnection::new));
    }

    private static Response answer(WebhookResult result) {
        if (result instanceof Challenged challenged) {
            return Response.ok(new ChallengeAnswer(challenged.challenge()), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        if (result instanceof UnknownConnection) {
            return Problem.of(ProblemType.NOT_FOUND, "There is no such connection, or it is off.")
                    .toResponse();
        }
        if (result instanceof NotGenuine) {
            return Problem.of(ProblemType.WEBHOOK_NOT_GENUINE, "The delivery is not proved to be the platform's.")
                    .toResponse();
        }
        return result instanceof Malformed
                ? Problem.of(ProblemType.BAD_REQUEST, "The delivery is no JSON object.")
                        .toResponse()
                : Response.ok().build();
    }

    private static Map<String, String> proofs(HttpHeaders headers) {
        Map<String, String> proofs = new HashMap<>();
        for (String name : HEADERS) {
            List<String> values = headers.getRequestHeader(name);
            // A repeated header is ambiguous, so it is ignored.
            if (values != null && values.size() == 1) {
                proofs.put(name, values.get(0));
            }
        }
        return proofs;
    }
}
