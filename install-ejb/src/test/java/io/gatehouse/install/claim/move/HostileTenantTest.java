package io.gatehouse.install.claim.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.admin.Administrator;
import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.connection.ConnectionResult;
import io.gatehouse.contract.connection.NewConnection;
import io.gatehouse.domain.connection.Connection;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.inbound.Channels;
import io.gatehouse.install.channel.inbound.InboundMessage;
import io.gatehouse.install.channel.inbound.ItemDetails;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * An organization that forges deliveries of its own connection about the people of others: it knows the secret that
 * signs them.
 */
@StoreTest
class HostileTenantTest {

    /** The id of the operator's business account, which a delivery can contain without proof. */
    private static final String PORTFOLIO = "waba:1";

    private final Channels channels;
    private final World world;
    private final OpenConnection operator;
    private final OpenConnection hostile;
    private final UserId ada;
    private final String number = "447911" + World.number();
    private final String id = "GB." + World.number();

    HostileTenantTest(TestDatabase database) {
        world = new World(database);
        channels = new Channels(world);
        operator = channels.whatsapp();
        hostile = connectionOfAnotherOrganization();
        ada = world.newUser();
        channels.processAll();
    }

    @Test
    void aForgedAccountChangeMovesNothing() {
        String attackers = "447911" + World.number();
        says(operator, number, id, world.token(ada));
        moves(hostile, accounts(number, null), accounts(attackers, null));
        moves(hostile, accounts(number, id), accounts(attackers, "GB." + World.number()));
        moves(hostile, accounts(null, id), accounts(null, "GB." + World.number()));

        assertThat(world.route(attackers)).isEmpty();
        assertThat(world.route(number)).isPresent();
        assertThat(world.route(id)).isPresent();
        assertThat(isRouted(number, id)).isTrue();
    }

    @Test
    void aForgedIdEndsNoLinkOfOthersAndClosesNoRoom() {
        says(operator, number, id, world.token(ada));
        assertThat(isRouted(number, id)).isTrue();
        says(hostile, number, "GB." + World.number(), "Hello");

        assertThat(isRouted(number, id)).isTrue();
        assertThat(channels.routed.stream().map(routed -> routed.roomId()).distinct())
                .hasSize(1);
    }

    @Test
    void aForgedIdIsNotLearned() {
        says(operator, number, null, world.token(ada));
        says(hostile, number, "GB." + World.number(), "Hello");

        assertThat(isRouted(number, id))
                .as("the first id received through their own connection")
                .isTrue();
    }

    @Test
    void aForgedAliasIsNotLearned() {
        String attackers = "447911" + World.number();
        String attackersLid = World.newLid();
        says(operator, number, id, world.token(ada));
        take(hostile, words(number, List.of(new ChatMessage.Alias("wa_lid", attackersLid)), "Hello"));
        take(hostile, words(attackers, List.of(new ChatMessage.Alias("wa_bsuid", id)), "Hello"));
        take(hostile, words(attackersLid, List.of(new ChatMessage.Alias("wa_jid", number)), "Hello"));

        assertThat(world.route(attackersLid)).isEmpty();
        assertThat(world.route(attackers)).isEmpty();
        assertThat(world.route(number)).isPresent();
    }

    @Test
    void aForgedNoUndoesNothing() {
        says(operator, number, id, world.token(ada));
        says(hostile, number, id, "NO");
        assertThat(world.route(number)).isPresent();

        says(operator, number, id, "NO");
        assertThat(world.route(number)).isEmpty();
        assertThat(world.route(id)).isEmpty();
    }

    @Test
    void linksProvedByTheDeploymentAreProtectedTheSameWay() {
        String jid = number + "@s.whatsapp.net";
        world.saysWithAlias(jid, "wa_bsuid", id, world.token(ada));
        moves(hostile, accounts(number, id), accounts("447911" + World.number(), "GB." + World.number()));
        says(hostile, number, "GB." + World.number(), "Hello");
        says(hostile, number, id, "NO");

        assertThat(world.route(jid)).isPresent();
        assertThat(world.route(id)).isPresent();
        world.saysWithAlias(jid, "wa_bsuid", id, "NO");
        assertThat(world.route(jid)).isEmpty();
    }

    @Test
    void aClaimThroughOneOrganizationIsNotUndoneThroughAnother() {
        says(hostile, number, null, world.token(ada));
        assertThat(world.count(
                        "identity",
                        "proved_by_organization_id = ?1 and user_id = ?2",
                        organizationOf(hostile),
                        ada.value()))
                .isEqualTo(1);
        says(operator, number, null, world.token(ada));
        says(operator, number, null, "NO");

        assertThat(world.route(number))
                .as("proved only through the first organization")
                .isPresent();
    }

    @Test
    void anotherIdIsUnknownOnlyToOrganizationsThatDidNotProveTheNumber() {
        String jid = number + "@s.whatsapp.net";
        String another = "GB." + World.number();
        world.says(jid, world.token(ada));
        assertThat(isRouted(number, id)).isTrue();

        assertThat(isRouted(number, another)).isFalse();
        assertThat(world.route(another)).isEmpty();
        assertThat(world.route(jid)).as("the link still exists").isPresent();
        assertThat(isRouted(number, id)).as("the owner").isTrue();

        says(operator, number, another, world.token(ada));
        assertThat(isRouted(number, another))
                .as("after sending a token of the user")
                .isTrue();
    }

    private OpenConnection connectionOfAnotherOrganization() {
        String slug = "hostile-" + World.number();
        UUID organization = world.organization(
                Organization.shared(world.ids.next(), slug, "Hostile", Visibility.PUBLIC, world.clock.instant()));
        world.template(organization);
        ConnectionResult result = channels.connections.connections.create(
                new Administrator(world.newUser(), true),
                new NewConnection(
                        "whatsapp",
                        slug,
                        "Theirs",
                        null,
                        null,
                        Map.of(
                                "displayNumber", "+44 7911 654321",
                                "phoneNumberId", "106540352242923",
                                "appSecret", "0123456789abcdef0123456789abcdee",
                                "accessToken", "EAAJB-an-access-token-of-WhatsApp",
                                "verifyToken", "a-verify-token-of-theirs")));
        return channels.connections
                .open
                .find(((ConnectionResult.Done) result).connection().id())
                .orElseThrow();
    }

    private UUID organizationOf(OpenConnection connection) {
        return world.database.tx(
                em -> em.find(Connection.class, connection.id()).organizationId());
    }

    private boolean isRouted(String sender, @Nullable String scopedId) {
        int before = channels.routed.size();
        says(operator, sender, scopedId, "Hello");
        return channels.routed.size() > before;
    }

    private void says(OpenConnection connection, String sender, @Nullable String scopedId, String text) {
        take(connection, words(sender, accounts(null, scopedId), text));
    }

    private InboundMessage words(String sender, List<ChatMessage.Alias> aliases, String text) {
        return new InboundMessage(
                "wamid." + World.number(),
                sender,
                aliases,
                sender,
                null,
                text,
                null,
                world.clock.instant(),
                new ItemDetails(ItemDetails.Kind.WORDS, PORTFOLIO, null, List.of()));
    }

    private void moves(OpenConnection connection, List<ChatMessage.Alias> from, List<ChatMessage.Alias> to) {
        String chat = to.get(0).identifier();
        take(
                connection,
                new InboundMessage(
                        "wamid." + World.number(),
                        chat,
                        to,
                        chat,
                        null,
                        "",
                        null,
                        world.clock.instant(),
                        new ItemDetails(ItemDetails.Kind.ACCOUNT_CHANGED, PORTFOLIO, null, from)));
    }

    private void take(OpenConnection connection, InboundMessage message) {
        channels.intake.take(connection, List.of(message));
        channels.processAll();
    }

    private static List<ChatMessage.Alias> accounts(@Nullable String number, @Nullable String id) {
        List<ChatMessage.Alias> accounts = new ArrayList<>();
        if (number != null) {
            accounts.add(new ChatMessage.Alias("wa_jid", number));
        }
        if (id != null) {
            accounts.add(new ChatMessage.Alias("wa_bsuid", id));
        }
        return accounts;
    }
}
