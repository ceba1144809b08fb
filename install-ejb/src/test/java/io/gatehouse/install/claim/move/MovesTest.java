package io.gatehouse.install.claim.move;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatMessage;
import io.gatehouse.contract.chat.RoutedMessage;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.inbound.Channels;
import io.gatehouse.install.channel.inbound.InboundMessage;
import io.gatehouse.install.channel.inbound.ItemDetails;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** People whose number or id changes, and people who get a reassigned number. */
@StoreTest
class MovesTest {

    private static final String PORTFOLIO = "waba:1";
    private static final String ANOTHER_PORTFOLIO = "waba:2";

    private final Channels channels;
    private final World world;
    private final OpenConnection connection;
    private final UserId ada;
    private final String number = phone();
    private final String id = scopedId();

    MovesTest(TestDatabase database) {
        world = new World(database);
        channels = new Channels(world);
        connection = channels.whatsapp();
        ada = world.newUser();
        channels.processAll();
        channels.outbox.sendAll();
        channels.outbox.received.clear();
    }

    @Test
    void aChangedNumberMovesTheLinksOnce() {
        String newNumber = phone();
        String newId = scopedId();
        says(number, id, PORTFOLIO, world.token(ada));
        InboundMessage change = changed(number, id, newNumber, newId);
        take(change);
        take(change);

        assertThat(isRouted(newNumber, newId, PORTFOLIO)).isTrue();
        assertThat(isRouted(newId, null, PORTFOLIO)).isTrue();
        assertThat(world.route(number)).isEmpty();
        assertThat(world.route(id)).isEmpty();
        assertThat(said(newNumber)).singleElement().asString().contains("came with you");
        assertThat(world.count("audit_event", "action = 'identity.moved' and organization_id = ?1", organization()))
                .isEqualTo(1);
        assertThat(world.count("identity", "unlink_reason = 'MOVED' and user_id = ?1", ada.value()))
                .isEqualTo(2);
    }

    @Test
    void aChangedNumberIsMatchedByTheIdIfTheOldNumberIsNotGiven() {
        String newNumber = phone();
        says(number, id, PORTFOLIO, world.token(ada));
        take(changed(null, id, newNumber, scopedId()));

        assertThat(isRouted(newNumber, null, PORTFOLIO)).isTrue();
        assertThat(world.route(number)).isEmpty();
    }

    @Test
    void aChangedNumberIsMatchedByTheNumberIfNoIdWasLearned() {
        String newNumber = phone();
        says(number, null, PORTFOLIO, world.token(ada));
        take(changed(number, null, newNumber, null));

        assertThat(isRouted(newNumber, null, PORTFOLIO)).isTrue();
        assertThat(world.route(number)).isEmpty();
    }

    @Test
    void aChangedIdMovesTheLink() {
        String newId = scopedId();
        says(id, null, PORTFOLIO, world.token(ada));
        take(changed(null, id, null, newId));

        assertThat(isRouted(newId, null, PORTFOLIO)).isTrue();
        assertThat(world.route(id)).isEmpty();
        assertThat(said(newId)).hasSize(1);
    }

    @Test
    void afterAChangedIdTheNumberIsRoutedOnlyWithTheNewId() {
        String newId = scopedId();
        says(number, id, PORTFOLIO, world.token(ada));
        take(changed(null, id, null, newId));

        assertThat(isRouted(number, newId, PORTFOLIO)).isTrue();
        assertThat(isRouted(number, scopedId(), PORTFOLIO)).isFalse();
        assertThat(world.route(number)).isEmpty();
        assertThat(isRouted(newId, null, PORTFOLIO)).isTrue();
    }

    @Test
    void anAccountOfAnotherUserIsNotMoved() {
        UserId bob = world.newUser();
        String bobs = phone();
        String newId = scopedId();
        says(bobs, scopedId(), PORTFOLIO, world.token(bob));
        says(number, id, PORTFOLIO, world.token(ada));
        take(changed(number, id, bobs, newId));

        assertThat(world.database.tx(() -> world.links()
                        .find(world.beans.accounts.read("whatsapp", bobs).orElseThrow())
                        .orElseThrow()
                        .user()))
                .isEqualTo(bob);
        assertThat(world.route(number)).isEmpty();
        assertThat(world.count("audit_event", "action = 'identity.conflict' and organization_id = ?1", organization()))
                .isEqualTo(1);
        assertThat(isRouted(newId, null, PORTFOLIO)).isTrue();
    }

    @Test
    void aChangeOfAnUnknownAccountMovesNothing() {
        String newNumber = phone();
        take(changed(number, id, newNumber, scopedId()));

        assertThat(world.route(newNumber)).isEmpty();
        assertThat(said(newNumber)).isEmpty();
    }

    @Test
    void aLateChangeByIdDoesNotMoveTheNewOwnersNumber() {
        UserId bob = world.newUser();
        String newId = scopedId();
        says(number, id, PORTFOLIO, world.token(ada));
        says(number, scopedId(), PORTFOLIO, world.token(bob));
        take(changed(number, id, phone(), newId));

        assertThat(isRouted(newId, null, PORTFOLIO)).as("Ada moved by her id").isTrue();
        assertThat(world.route(number)).as("Bob stays").isPresent();
    }

    @Test
    void aChangeFromBeforeTheNewOwnersClaimDoesNotMoveTheirLink() {
        UserId bob = world.newUser();
        String adasNewNumber = phone();
        InboundMessage late = changed(number, null, adasNewNumber, null);
        InboundMessage lateById = changed(number, id, adasNewNumber, scopedId());
        world.clock.advance(Duration.ofDays(3));
        says(number, scopedId(), PORTFOLIO, world.token(bob));
        take(late);
        take(lateById);

        assertThat(world.route(number)).as("Bob stays").isPresent();
        assertThat(world.route(adasNewNumber))
                .as("Ada's change arrived too late")
                .isEmpty();
    }

    @Test
    void aChangeByAnIdThatWasNeverLearnedMovesNothing() {
        String newNumber = phone();
        says(number, null, PORTFOLIO, world.token(ada));
        take(changed(number, id, newNumber, scopedId()));

        assertThat(world.route(newNumber)).isEmpty();
        assertThat(world.route(number)).isPresent();
    }

    @Test
    void theNewOwnerOfANumberIsUnknown() {
        String strangersId = scopedId();
        says(number, id, PORTFOLIO, world.token(ada));

        assertThat(isRouted(number, strangersId, PORTFOLIO)).isFalse();
        assertThat(said(number)).last().asString().contains("does not know this chat yet");
        assertThat(said(number).get(said(number).size() - 1)).doesNotContain("alice");
        assertThat(world.route(strangersId)).as("nothing is learned").isEmpty();
        assertThat(world.route(number))
                .as("the link of the first owner has ended")
                .isEmpty();
        assertThat(isRouted(id, null, PORTFOLIO))
                .as("the first owner, by the id")
                .isTrue();
        assertThat(world.count("identity", "unlink_reason = 'REASSIGNED' and user_id = ?1", ada.value()))
                .isEqualTo(1);
    }

    @Test
    void theNewOwnerCanInstallAndTheFormerOwnersMessagesAreNotRouted() {
        UserId bob = world.newUser();
        String bobsId = scopedId();
        says(number, id, PORTFOLIO, world.token(ada));
        says(number, bobsId, PORTFOLIO, world.token(bob));

        assertThat(isRouted(number, bobsId, PORTFOLIO)).isTrue();
        assertThat(isRouted(number, id, PORTFOLIO))
                .as("a late message of the former owner")
                .isFalse();
        assertThat(isRouted(number, bobsId, PORTFOLIO)).isTrue();
        assertThat(channels.routed.stream().map(RoutedMessage::route).distinct())
                .hasSize(1);
    }

    @Test
    void theNewOwnerGetsANewRoom() {
        String bobsId = scopedId();
        says(number, id, PORTFOLIO, world.token(ada));
        assertThat(isRouted(number, id, PORTFOLIO)).isTrue();
        says(number, bobsId, PORTFOLIO, world.token(world.newUser()));
        assertThat(isRouted(number, bobsId, PORTFOLIO)).isTrue();

        assertThat(channels.routed.stream().map(RoutedMessage::roomId).distinct())
                .hasSize(2);
    }

    @Test
    void onePersonMayHaveAnIdInEachPortfolio() {
        String otherId = scopedId();
        says(number, id, PORTFOLIO, world.token(ada));

        assertThat(isRouted(number, otherId, ANOTHER_PORTFOLIO)).isTrue();
        assertThat(isRouted(number, id, PORTFOLIO)).isTrue();
        assertThat(isRouted(number, otherId, ANOTHER_PORTFOLIO)).isTrue();
        assertThat(isRouted(otherId, null, ANOTHER_PORTFOLIO)).isTrue();
    }

    @Test
    void theFirstIdOfANumberIsLearned() {
        says(number, null, PORTFOLIO, world.token(ada));

        assertThat(isRouted(number, id, PORTFOLIO)).isTrue();
        assertThat(isRouted(id, null, PORTFOLIO)).isTrue();
    }

    @Test
    void anIdLinkedToAnotherUserDeterminesTheOwnerOfTheNumber() {
        UserId bob = world.newUser();
        says(number, null, PORTFOLIO, world.token(ada));
        says(id, null, PORTFOLIO, world.token(bob));

        assertThat(isRouted(number, id, PORTFOLIO)).isTrue();
        assertThat(channels.routed)
                .last()
                .satisfies(routed -> assertThat(routed.route().organizationId()).isEqualTo(world.organizationOf(bob)));
    }

    @Test
    void aClaimTakesPrecedenceOverTheUserOfTheId() {
        UserId bob = world.newUser();
        says(id, null, PORTFOLIO, world.token(bob));
        says(number, id, PORTFOLIO, world.token(ada));

        assertThat(isRouted(number, id, PORTFOLIO)).isTrue();
        assertThat(channels.routed)
                .last()
                .satisfies(routed -> assertThat(routed.route().organizationId()).isEqualTo(world.organizationOf(ada)));
    }

    @Test
    void aNumberFromAGatewayIsReassignedByTheSameRule() {
        String jid = number + "@s.whatsapp.net";
        world.saysWithAlias(jid, "wa_bsuid", id, world.token(ada));

        assertThat(world.saysWithAlias(jid, "wa_bsuid", scopedId(), "Hello").reply())
                .contains("does not know this chat yet");
        assertThat(world.route(jid)).isEmpty();
    }

    @Test
    void aNumberGivenAsAnAliasIsReassignedToo() {
        String jid = number + "@s.whatsapp.net";
        String strangersId = scopedId();
        world.saysWithAlias(jid, "wa_bsuid", id, world.token(ada));

        assertThat(world.saysWithAlias(strangersId, "wa_jid", jid, "Hello").reply())
                .contains("does not know this chat yet");
        assertThat(world.route(jid)).isEmpty();
        assertThat(world.route(strangersId)).isEmpty();
    }

    @Test
    void aNumberLearnedAsAPhoneAliasEndsWithTheMove() {
        says(number, id, PORTFOLIO, world.token(ada));
        take(words(number, List.of(new ChatMessage.Alias("phone", "+" + number)), PORTFOLIO, "Hello"));
        take(changed(number, id, phone(), scopedId()));

        assertThat(world.saysWithAlias(scopedId(), "phone", "+" + number, "Hello")
                        .reply())
                .contains("does not know this chat yet");
    }

    @Test
    void aNoEndsOnlyTheLinksOfTheAccountThatSendsIt() {
        String second = phone();
        String moved = phone();
        says(number, null, PORTFOLIO, world.token(ada));
        world.clock.advance(Duration.ofDays(1));
        says(second, null, PORTFOLIO, world.token(ada));
        take(changed(number, null, moved, null));
        says(moved, null, PORTFOLIO, "NO");
        assertThat(isRouted(moved, null, PORTFOLIO)).as("linked a day ago").isTrue();
        assertThat(isRouted(second, null, PORTFOLIO)).isTrue();
        says(second, null, PORTFOLIO, "NO");

        assertThat(world.route(second)).isEmpty();
        assertThat(isRouted(moved, null, PORTFOLIO)).isTrue();
    }

    @Test
    void aNoUndoesAClaimEvenAfterAMove() {
        String newNumber = phone();
        String newId = scopedId();
        says(number, id, PORTFOLIO, world.token(ada));
        take(changed(number, id, newNumber, newId));
        says(newNumber, newId, PORTFOLIO, "NO");

        assertThat(world.route(newNumber)).isEmpty();
        assertThat(world.route(newId)).isEmpty();
    }

    private boolean isRouted(String sender, @Nullable String scopedId, String scope) {
        int before = channels.routed.size();
        says(sender, scopedId, scope, "Hello");
        return channels.routed.size() > before;
    }

    private void says(String sender, @Nullable String scopedId, String scope, String text) {
        take(words(sender, accounts(null, scopedId), scope, text));
    }

    private InboundMessage words(String sender, List<ChatMessage.Alias> aliases, String scope, String text) {
        return new InboundMessage(
                "wamid." + World.number(),
                sender,
                aliases,
                sender,
                null,
                text,
                null,
                world.clock.instant(),
                new ItemDetails(ItemDetails.Kind.WORDS, scope, null, List.of()));
    }

    private InboundMessage changed(
            @Nullable String number, @Nullable String id, @Nullable String newNumber, @Nullable String newId) {
        List<ChatMessage.Alias> current = accounts(newNumber, newId);
        String chat = current.get(0).identifier();
        return new InboundMessage(
                "wamid." + World.number(),
                chat,
                current,
                chat,
                null,
                "",
                null,
                world.clock.instant(),
                new ItemDetails(ItemDetails.Kind.ACCOUNT_CHANGED, PORTFOLIO, null, accounts(number, id)));
    }

    private static List<ChatMessage.Alias> accounts(@Nullable String number, @Nullable String id) {
        List<ChatMessage.Alias> accounts = new ArrayList<>();
        Optional.ofNullable(number)
                .map(it -> new ChatMessage.Alias("wa_jid", it))
                .ifPresent(accounts::add);
        Optional.ofNullable(id).map(it -> new ChatMessage.Alias("wa_bsuid", it)).ifPresent(accounts::add);
        return accounts;
    }

    private void take(InboundMessage message) {
        channels.intake.take(connection, List.of(message));
        channels.processAll();
    }

    private List<String> said(String chat) {
        channels.outbox.sendAll();
        return channels.outbox.sentTo(chat);
    }

    private UUID organization() {
        return world.organizationOf(ada);
    }

    private static String phone() {
        return "447911" + World.number();
    }

    private static String scopedId() {
        return "GB." + World.number();
    }
}
