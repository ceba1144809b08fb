package io.gatehouse.web.api.matrix;

import io.gatehouse.contract.appservice.HomeserverTransaction;
import io.gatehouse.contract.appservice.HomeserverTransactions;
import io.gatehouse.contract.message.AgentSenders;
import io.gatehouse.kernel.crypto.Sha256;
import io.gatehouse.web.edge.problem.MatrixError;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The requests of a homeserver to an application service. They are answered from our own database, because the
 * homeserver blocks on them.
 */
@ApplicationScoped
@Path("/_matrix/app/v1")
@PermitAll
@HomeserverOnly
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Matrix application service")
public class AppserviceResource {

    private static final int MAX_ID_LENGTH = 255;
    private static final EmptyObject EMPTY = new EmptyObject();

    @Inject
    HomeserverTransactions transactions;

    @Inject
    AgentSenders agents;

    @PUT
    @Path("transactions/{txnId}")
    @Operation(
            summary = "Accepts events",
            description = "Puts messages into the inboxes of the agents in their rooms, in order, and lets agents "
                    + "follow their invitations. A repeated transaction has no effect. Entries that cannot be "
                    + "events are skipped. Ephemeral events are ignored.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TransactionBody.Shape.class)))
    @APIResponse(
            responseCode = "200",
            description = "The events are stored",
            content = @Content(schema = @Schema(implementation = EmptyObject.class)))
    @APIResponse(responseCode = "400", description = "M_NOT_JSON, M_BAD_JSON, or M_INVALID_PARAM for the id")
    public Response push(@PathParam("txnId") String transactionId, byte[] body) {
        if (transactionId.length() > MAX_ID_LENGTH || transactionId.chars().anyMatch(Character::isISOControl)) {
            return new MatrixError("M_INVALID_PARAM", "A transaction id has at most 255 characters, none of control.")
                    .toResponse(400);
        }
        TransactionBody.Reading reading = TransactionBody.read(body);
        if (reading instanceof TransactionBody.Unreadable unreadable) {
            return unreadable.error().toResponse(400);
        }
        TransactionBody.Read read = (TransactionBody.Read) reading;
        transactions.take(new HomeserverTransaction(transactionId, sha256(body), read.events(), read.skipped()));
        return Response.ok(EMPTY).build();
    }

    @GET
    @Path("users/{userId}")
    @Operation(summary = "Says whether a user is a registered agent")
    @APIResponse(
            responseCode = "200",
            description = "The user is a registered agent",
            content = @Content(schema = @Schema(implementation = EmptyObject.class)))
    @APIResponse(responseCode = "404", description = "M_NOT_FOUND: the user is not")
    public Response user(@PathParam("userId") String userId) {
        return agents.find(userId).isPresent()
                ? Response.ok(EMPTY).build()
                : new MatrixError("M_NOT_FOUND", "No agent is registered under this id.").toResponse(404);
    }

    @GET
    @Path("rooms/{roomAlias}")
    @Operation(summary = "Says whether a room alias belongs to Gatehouse, which none does")
    @APIResponse(responseCode = "404", description = "M_NOT_FOUND")
    public Response room(@PathParam("roomAlias") String roomAlias) {
        return new MatrixError("M_NOT_FOUND", "Agents have no rooms of their own.").toResponse(404);
    }

    private static byte[] sha256(byte[] body) {
        return Sha256.of(body);
    }
}
