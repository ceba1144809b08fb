package io.gatehouse.install.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@StoreTest
class UndoAndConfirmTest {

    private final World world;
    private final World asking;

    UndoAndConfirmTest(TestDatabase database) {
        world = new World(database);
        asking = new World(database, Map.of("gatehouse.claim.confirm", "required"));
    }

    @Test
    void theReplyToAClaimNamesTheUserAndANoUndoesIt() {
        String victim = World.newPhone();
        ChatAnswer installed = world.says(victim, world.token(world.newUser()));

        ChatAnswer undone = world.says(victim, " No!! 👎");

        assertThat(installed.reply()).matches(".*a\\*\\*\\*\\d@e\\*\\*\\*\\.com.*reply NO within 1 hour.*");
        assertThat(undone.outcome()).isEqualTo(ChatOutcome.UNLINKED);
        assertThat(world.route(victim)).isEmpty();
        assertThat(world.says(victim, "Hello?").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
    }

    @Test
    void theTokenOfAnUndoneClaimStaysSpent() {
        String phone = World.newPhone();
        String token = world.token(world.newUser());
        world.says(phone, token);
        world.says(phone, "NO");

        assertThat(world.says(phone, token).outcome()).isEqualTo(ChatOutcome.TOKEN_USED);
    }

    @Test
    void anAccountWhoseLinkWasUndoneCanBeClaimedByAnotherUser() {
        String phone = World.newPhone();
        world.says(phone, world.token(world.newUser()));
        world.says(phone, "NO");

        assertThat(world.says(phone, world.token(world.newUser())).outcome()).isEqualTo(ChatOutcome.INSTALLED);
    }

    @Test
    void afterTheUndoWindowANoIsAnOrdinaryMessage() {
        String phone = World.newPhone();
        world.says(phone, world.token(world.newUser()));
        world.clock.advance(Duration.ofHours(1));
        assertThat(world.says(phone, "Know what? NO").outcome()).isEqualTo(ChatOutcome.ROUTED);
        world.clock.advance(Duration.ofSeconds(1));

        assertThat(world.says(phone, "NO").outcome()).isEqualTo(ChatOutcome.ROUTED);
    }

    @Test
    void aSecondClaimDoesNotMakeAnOldLinkUndoable() {
        UserId user = world.newUser();
        String phone = World.newPhone();
        world.says(phone, world.token(user));
        world.clock.advance(Duration.ofDays(1));
        ChatAnswer again = world.says(phone, world.token(user));

        assertThat(again.outcome()).isEqualTo(ChatOutcome.ALREADY_INSTALLED);
        assertThat(again.reply()).doesNotContain("NO");
        assertThat(world.says(phone, "no").outcome()).isEqualTo(ChatOutcome.ROUTED);
    }

    @Test
    void aNoOfAnUnlinkedSenderIsAnOrdinaryMessage() {
        assertThat(world.says(World.newPhone(), "NO").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
        assertThat(world.says(World.newPhone(), "YES").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
    }

    @Test
    void anAliasLinkedByAClaimIsUndoneWithIt() {
        String phone = World.newPhone();
        String lid = World.newLid();
        world.saysWithAlias(phone, "wa_lid", lid, world.token(world.newUser()));
        assertThat(world.route(lid)).isPresent();

        assertThat(world.says(phone, "NO").outcome()).isEqualTo(ChatOutcome.UNLINKED);

        assertThat(world.route(lid)).isEmpty();
        assertThat(world.route(phone)).isEmpty();
    }

    @Test
    void anAliasCanUndoTheClaimToo() {
        String phone = World.newPhone();
        String lid = World.newLid();
        world.saysWithAlias(phone, "wa_lid", lid, world.token(world.newUser()));

        assertThat(world.says(lid, "NO").outcome()).isEqualTo(ChatOutcome.UNLINKED);

        assertThat(world.route(lid)).isEmpty();
        assertThat(world.route(phone)).isEmpty();
    }

    @Test
    void anAliasOfALinkedAccountIsLearnedFromAnyMessage() {
        String phone = World.newPhone();
        String lid = World.newLid();
        ChatAnswer installed = world.says(phone, world.token(world.newUser()));
        world.saysWithAlias(phone, "wa_lid", lid, "Hello");

        assertThat(world.route(lid).orElseThrow().agentId()).isEqualTo(installed.agentId());
    }

    @Test
    void aNewAccountIsLinkedByItsLinkedAlias() {
        String phone = World.newPhone();
        String lid = World.newLid();
        world.says(phone, world.token(world.newUser()));

        assertThat(world.saysWithAlias(lid, "wa_jid", phone, "Hello").outcome()).isEqualTo(ChatOutcome.ROUTED);
        assertThat(world.says(lid, "Hello again").outcome()).isEqualTo(ChatOutcome.ROUTED);
    }

    @Test
    void anAliasOfAnotherUserRemainsLinkedToThatUser() {
        String phone = World.newPhone();
        String lid = World.newLid();
        ChatAnswer theirs = world.says(lid, world.token(world.newUser()));

        ChatAnswer mine = world.saysWithAlias(phone, "wa_lid", lid, world.token(world.newUser()));

        assertThat(mine.outcome()).isEqualTo(ChatOutcome.INSTALLED);
        assertThat(world.route(lid).orElseThrow().agentId()).isEqualTo(theirs.agentId());
        assertThat(world.count("audit_event", "details like ?1", "%aliases_left%" + lid.substring(0, 12) + "%"))
                .isEqualTo(1);
    }

    @Test
    void withConfirmationRequiredNothingIsInstalledBeforeAYes() {
        UserId user = asking.newUser();
        String phone = World.newPhone();

        ChatAnswer asked = asking.says(phone, asking.token(user));

        assertThat(asked.outcome()).isEqualTo(ChatOutcome.CONFIRM_REQUIRED);
        assertThat(asked.reply()).contains("@e***.com").contains("YES").contains("NO");
        assertThat(asking.route(phone)).isEmpty();
        assertThat(asking.count("agent", "organization_id = ?1", asking.organizationOf(user)))
                .isZero();
        assertThat(asking.says(phone, "Who are you?").outcome()).isEqualTo(ChatOutcome.CONFIRM_REQUIRED);
        assertThat(asking.says(phone, "Yes 👍").outcome()).isEqualTo(ChatOutcome.INSTALLED);
        assertThat(asking.route(phone)).isPresent();
    }

    @Test
    void aMessageThatIsNeitherYesNorNoRepeatsTheQuestion() {
        String phone = World.newPhone();
        ChatAnswer asked = asking.says(phone, asking.token(asking.newUser()));

        for (String doubt : List.of("ok", "Yes, who is this?", "yes?", "👍", "YES 👎", "hm")) {
            assertThat(asking.says(phone, doubt)).as(doubt).isEqualTo(asked);
        }
        assertThat(asking.route(phone)).isEmpty();
    }

    @Test
    void aMessageThatBeginsWithNoDeclinesTheClaim() {
        for (String no :
                List.of("No thanks", "no, not me", "nope", "nein", "NO 🙏", "Stop!", "No, I don't want that")) {
            String phone = World.newPhone();
            asking.says(phone, asking.token(asking.newUser()));

            assertThat(asking.says(phone, no).outcome()).as(no).isEqualTo(ChatOutcome.UNLINKED);
            assertThat(asking.says(phone, "YES").outcome()).as(no).isEqualTo(ChatOutcome.NOT_INSTALLED);
        }
    }

    @Test
    void aNoInAnyLanguageUndoesALink() {
        for (String no : List.of("No thanks", "no, not me", "nope", "nein", "NO 🙏", "NO - who is this?", "нет")) {
            String phone = World.newPhone();
            world.says(phone, world.token(world.newUser()));

            assertThat(world.says(phone, no).outcome()).as(no).isEqualTo(ChatOutcome.UNLINKED);
            assertThat(world.route(phone)).as(no).isEmpty();
        }
    }

    @Test
    void withoutAQuestionAMessageThatOnlyBeginsWithNoIsRouted() {
        String phone = World.newPhone();
        world.says(phone, world.token(world.newUser()));

        for (String said :
                List.of("No problem, what is my balance", "Stop the music", "No idea", "Nein, morgen um zehn")) {
            assertThat(world.says(phone, said).outcome()).as(said).isEqualTo(ChatOutcome.ROUTED);
        }
    }

    @Test
    void aDeclinedTokenStaysUnspent() {
        String token = asking.token(asking.newUser());
        String phone = World.newPhone();
        asking.says(phone, token);

        assertThat(asking.says(phone, "no").outcome()).isEqualTo(ChatOutcome.UNLINKED);
        assertThat(asking.says(phone, "yes").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);

        String owner = World.newPhone();
        asking.says(owner, token);
        assertThat(asking.says(owner, "yes").outcome()).isEqualTo(ChatOutcome.INSTALLED);
    }

    @Test
    void aLateYesIsAnsweredOnceWithTokenExpired() {
        String phone = World.newPhone();
        asking.says(phone, asking.token(asking.newUser()));
        asking.clock.advance(Duration.ofMinutes(15));

        assertThat(asking.says(phone, "YES").outcome()).isEqualTo(ChatOutcome.TOKEN_EXPIRED);
        assertThat(asking.says(phone, "YES").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
    }

    @Test
    void ofTwoAccountsThatConfirmOneTokenTheSecondGetsTokenUsed() {
        String token = asking.token(asking.newUser());
        String first = World.newPhone();
        String second = World.newPhone();
        asking.says(first, token);
        asking.says(second, token);

        assertThat(asking.says(second, "yes").outcome()).isEqualTo(ChatOutcome.INSTALLED);
        assertThat(asking.says(first, "yes").outcome()).isEqualTo(ChatOutcome.TOKEN_USED);
    }

    @Test
    void aNewerTokenReplacesTheWaitingOne() {
        UserId second = asking.newUser();
        String phone = World.newPhone();
        asking.says(phone, asking.token(asking.newUser()));
        asking.says(phone, asking.token(second));

        assertThat(asking.says(phone, "yes").organizationId()).isEqualTo(asking.organizationOf(second));
    }
}
