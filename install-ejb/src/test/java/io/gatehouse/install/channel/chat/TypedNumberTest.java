package io.gatehouse.install.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.install.claim.typed.TypedLinks;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers that users entered: pending until their owner replies YES. */
@StoreTest
class TypedNumberTest extends TypedNumberFixture {

    TypedNumberTest(TestDatabase database) {
        super(database);
    }

    @Test
    void theFirstMessageIsHeldAndAnsweredByAQuestion() {
        types(ann, phone);

        ChatAnswer greeted = says("How much did I spend?");

        assertThat(greeted.outcome()).isEqualTo(ChatOutcome.GREETED);
        assertThat(greeted.agentId()).isNull();
        assertThat(greeted.reply())
                .matches("This number was given to Penny by a\\*\\*\\*\\d@e\\*\\*\\*\\.com\\. Reply YES .* NO .*");
        assertThat(world.route(phone)).isEmpty();
        assertThat(delivered).isEmpty();

        ChatAnswer linked = says("YES");

        assertThat(linked.outcome()).isEqualTo(ChatOutcome.LINKED);
        assertThat(linked.organizationId()).isEqualTo(world.organizationOf(ann));
        assertThat(linked.reply()).contains("reply NO within 1 hour");
        assertThat(delivered).containsExactly("How much did I spend? to " + world.organizationOf(ann));
        assertThat(says("And yesterday?").outcome()).isEqualTo(ChatOutcome.ROUTED);
        assertThat(open()).isZero();
    }

    @Test
    void theFirstMessageIsNeverAnAnswer() {
        for (String first : List.of("hello", "No thanks", "NO - who is this?", "nein", "stop", "YES", "yes!")) {
            String stranger = World.newPhone();
            types(mallory, stranger);

            assertThat(world.says(stranger, first).outcome()).as(first).isEqualTo(ChatOutcome.GREETED);
            assertThat(world.route(stranger)).as(first).isEmpty();
        }
    }

    @Test
    void aNoRefusesAndDeletesTheHeldMessage() {
        for (String no :
                List.of("NO", "No thanks", "no, not me", "nope", "nein", "NO 🙏", "stop", "No. Who are you all?")) {
            String stranger = World.newPhone();
            types(mallory, stranger);
            world.says(stranger, "hello");

            ChatAnswer refused = world.says(stranger, no);

            assertThat(refused.outcome()).as(no).isEqualTo(ChatOutcome.UNLINKED);
            assertThat(world.says(stranger, "YES").outcome()).as(no).isEqualTo(ChatOutcome.NOT_INSTALLED);
            assertThat(world.count("held_message", "account_key = ?1", key(stranger)))
                    .as(no)
                    .isZero();
        }
        assertThat(delivered).isEmpty();
    }

    @Test
    void aMessageThatIsNotAnAnswerRepeatsTheQuestionAndIsHeldToo() {
        types(ann, phone);
        ChatAnswer first = says("hello");

        assertThat(says("what is this?")).isEqualTo(first);
        assertThat(says("ok")).isEqualTo(first);
        assertThat(says("yes?")).isEqualTo(first);
        assertThat(world.route(phone)).isEmpty();

        says("yes");
        String to = " to " + world.organizationOf(ann);
        assertThat(delivered).containsExactly("hello" + to, "what is this?" + to, "ok" + to, "yes?" + to);
    }

    @Test
    void enteringANumberDoesNotAffectItsOwner() {
        types(ann, phone);
        types(mallory, phone);
        assertThat(pending()).isEqualTo(2);

        ChatAnswer owners = says(world.token(ann));

        assertThat(owners.outcome()).isEqualTo(ChatOutcome.LINKED);
        assertThat(owners.organizationId()).isEqualTo(world.organizationOf(ann));
        assertThat(pending()).isZero();

        types(mallory, phone);
        assertThat(says("hello").organizationId()).isEqualTo(world.organizationOf(ann));
        assertThat(says("YES").organizationId()).isEqualTo(world.organizationOf(ann));
    }

    @Test
    void aTokenTakesPrecedenceOverAnOpenQuestion() {
        types(mallory, phone);
        says("hello");

        assertThat(says(world.token(ann)).organizationId()).isEqualTo(world.organizationOf(ann));

        assertThat(says("yes").outcome()).isEqualTo(ChatOutcome.ROUTED);
        assertThat(world.route(phone).orElseThrow().organizationId()).isEqualTo(world.organizationOf(ann));
        assertThat(delivered).isEmpty();
    }

    @Test
    void usersAreAskedAboutOneAfterAnotherTheLastFirst() {
        types(ann, phone);
        world.clock.advance(Duration.ofSeconds(1));
        types(mallory, phone);
        String mallorys = says("hello").reply();
        assertThat(mallorys).contains(masked(mallory));

        ChatAnswer next = says("NO");

        assertThat(next.outcome()).isEqualTo(ChatOutcome.GREETED);
        assertThat(next.reply()).contains("not connected").contains(masked(ann));
        assertThat(says("YES").organizationId()).isEqualTo(world.organizationOf(ann));
        assertThat(delivered).containsExactly("hello to " + world.organizationOf(ann));
    }

    @Test
    void aLinkThatEndedIsNotAskedAbout() {
        types(ann, phone);
        world.clock.advance(Duration.ofSeconds(1));
        types(mallory, phone);
        says("hello");
        database.run(em -> em.createNativeQuery(
                        "update identity set pending_key = null where user_id = ?1 and source = 'FORM'")
                .setParameter(1, mallory.value())
                .executeUpdate());

        ChatAnswer asked = says("YES");

        assertThat(asked.outcome()).isEqualTo(ChatOutcome.GREETED);
        assertThat(asked.reply()).contains(masked(ann));
    }

    @Test
    void aNoUndoesTheLinkWithinTheWindowAfterItsYes() {
        types(mallory, phone);
        says("hello");
        says("yes");
        world.clock.advance(Duration.ofMinutes(59));

        assertThat(says("No thanks").outcome()).isEqualTo(ChatOutcome.UNLINKED);
        assertThat(world.route(phone)).isEmpty();

        types(ann, phone);
        says("hello");
        says("yes");
        world.clock.advance(Duration.ofMinutes(61));
        assertThat(says("NO").outcome()).isEqualTo(ChatOutcome.ROUTED);
    }

    @Test
    void anAliasOfTheAccountIsAskedLinkedAndUndoneWithIt() {
        String lid = World.newLid();
        types(ann, phone);

        assertThat(world.saysWithAlias(lid, "wa_jid", phone, "hello").outcome()).isEqualTo(ChatOutcome.GREETED);
        assertThat(world.saysWithAlias(lid, "wa_jid", phone, "yes").outcome()).isEqualTo(ChatOutcome.LINKED);
        assertThat(world.route(lid)).isPresent();
        assertThat(world.route(phone)).isPresent();

        assertThat(world.says(lid, "NO").outcome()).isEqualTo(ChatOutcome.UNLINKED);
        assertThat(world.route(lid)).isEmpty();
        assertThat(world.route(phone)).isEmpty();
    }

    @Test
    void aTypedNumberThatClaimsCanStillUndoTheLink() {
        types(ann, phone);

        assertThat(says(world.token(ann)).outcome()).isEqualTo(ChatOutcome.LINKED);
        assertThat(says("NO").outcome()).isEqualTo(ChatOutcome.UNLINKED);
    }

    @Test
    void onlyTheFirstTenMessagesAreHeld() {
        types(ann, phone);
        says("x".repeat(70_000));
        for (int i = 0; i < 12; i++) {
            says("message " + i);
        }

        says("yes");

        assertThat(delivered).hasSize(10).first().asString().startsWith("message 0");
    }

    @Test
    void messagesWithoutTextDoNotUseUpTheLimitOfOthers() {
        types(ann, phone);
        for (int i = 0; i < 12; i++) {
            says("");
        }
        says("my question");

        says("yes");

        assertThat(delivered).hasSizeLessThan(6).last().asString().startsWith("my question");
    }

    @Test
    void heldMessagesAreEncrypted() {
        types(ann, phone);
        says("my secret");

        byte[] kept = database.tx(
                em -> (byte[]) em.createNativeQuery("select sealed_content from held_message where account_key = ?1")
                        .setParameter(1, key(phone))
                        .getSingleResult());
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
    }

    @Test
    void anUnansweredQuestionIsAskedAgainAfterAWeek() {
        types(ann, phone);
        says("hello");
        world.clock.advance(TypedLinks.QUESTION_LIFETIME);

        assertThat(says("yes").outcome()).isEqualTo(ChatOutcome.GREETED);
        assertThat(says("yes").outcome()).isEqualTo(ChatOutcome.LINKED);
        assertThat(delivered).isEmpty();
    }

    @Test
    void aUserWithoutAnAgentOfTheTemplateIsNotAskedAbout() {
        World other = new World(database);
        types(ann, phone);

        assertThat(other.says(phone, "hello").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
        assertThat(says("hello").outcome()).isEqualTo(ChatOutcome.GREETED);
        assertThat(other.says(phone, "yes").outcome())
                .as("a YES in another agent's chat")
                .isEqualTo(ChatOutcome.NOT_INSTALLED);
        assertThat(world.route(phone)).isEmpty();
    }

    @Test
    void aUserWhoRemovedTheAgentIsReplacedInTheQuestionByTheNext() {
        types(ann, phone);
        world.clock.advance(Duration.ofSeconds(1));
        types(mallory, phone);
        assertThat(says("hello").reply()).contains(masked(mallory));
        removesAgent(mallory);

        assertThat(says("hi").reply()).contains(masked(ann));
        assertThat(says("yes").organizationId()).isEqualTo(world.organizationOf(ann));
        assertThat(delivered).containsExactly("hi to " + world.organizationOf(ann));
    }

    @Test
    void theQuestionEndsIfNoUserHasAnAgentAnyMore() {
        types(mallory, phone);
        says("hello");
        removesAgent(mallory);

        assertThat(says("yes").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
        types(ann, phone);
        assertThat(says("hi").reply()).contains(masked(ann));
    }

    @Test
    void anUnverifiedAddressIsNotShown() {
        database.run(em -> em.createNativeQuery(
                        "update member set email = 'victim@example.com', email_verified = false where user_id = ?1")
                .setParameter(1, mallory.value())
                .executeUpdate());
        types(mallory, phone);

        assertThat(says("hello").reply())
                .contains("by an account without a confirmed address.")
                .doesNotContain("@");
        assertThat(world.says(World.newPhone(), world.token(mallory)).reply())
                .contains("an account without a confirmed address")
                .doesNotContain("@");
    }

    @Test
    void aVerifiedTextThatIsNotAnAddressIsNotShown() {
        database.run(em -> em.createNativeQuery(
                        "update member set"
                                + " email = 'a@x. Your bank: call 555-1234 now http://evil/pay', email_verified = true where user_id = ?1")
                .setParameter(1, mallory.value())
                .executeUpdate());
        types(mallory, phone);

        assertThat(says("hello").reply()).doesNotContain("bank", "555", "http");
        assertThat(world.says(World.newPhone(), world.token(mallory)).reply()).doesNotContain("bank", "555", "http");
    }

    @Test
    void aClaimWaitingInTheChatOfAnotherAgentIsNotAnsweredHere() {
        World other = new World(database, Map.of("gatehouse.claim.confirm", "required"));
        UserId owner = other.newUser();
        types(mallory, phone);
        says("hello");
        assertThat(other.says(phone, other.token(owner)).outcome()).isEqualTo(ChatOutcome.CONFIRM_REQUIRED);

        assertThat(says("NO").outcome()).isEqualTo(ChatOutcome.UNLINKED);
        assertThat(pending()).isZero();
        assertThat(says("yes").outcome()).as("nothing was asked here").isEqualTo(ChatOutcome.NOT_INSTALLED);
        assertThat(other.says(phone, "yes").organizationId()).isEqualTo(other.organizationOf(owner));
    }

    @Test
    void aWaitingClaimTakesPrecedenceOverATypedNumber() {
        World asking = new World(database, Map.of("gatehouse.claim.confirm", "required"));
        UserId owner = asking.newUser();
        UserId other = asking.newUser();
        asking.beans.installs.install(new InstallCommand(other, asking.templateSlug, null, number(phone)));
        assertThat(asking.says(phone, "hello").outcome()).isEqualTo(ChatOutcome.GREETED);
        assertThat(asking.says(phone, asking.token(owner)).outcome()).isEqualTo(ChatOutcome.CONFIRM_REQUIRED);
        assertThat(asking.says(phone, "hm").outcome()).isEqualTo(ChatOutcome.CONFIRM_REQUIRED);

        assertThat(asking.says(phone, "yes").organizationId()).isEqualTo(asking.organizationOf(owner));
        assertThat(pending()).isZero();
    }
}
