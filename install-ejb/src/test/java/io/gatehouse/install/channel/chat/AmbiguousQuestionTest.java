package io.gatehouse.install.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.claim.typed.TypedLinks;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions that do not identify their user with certainty: a YES links only with the digits of that user's page. */
@StoreTest
class AmbiguousQuestionTest extends TypedNumberFixture {

    AmbiguousQuestionTest(TestDatabase database) {
        super(database);
    }

    @Test
    void theUserWhoEntersTheNumberLaterIsAskedAboutAtTheNextMessageWithDigits() {
        hasNoVerifiedAddress(mallory);
        hasNoVerifiedAddress(ann);
        types(mallory, phone);
        says("hello");
        world.clock.advance(Duration.ofDays(3));
        types(ann, phone);

        assertThat(says("hi").reply()).contains("an account without a confirmed address", "the four digits");
        assertThat(says("YES").outcome()).isEqualTo(ChatOutcome.GREETED);
        assertThat(world.route(phone)).isEmpty();

        ChatAnswer linked = says("YES " + world.code(ann));

        assertThat(linked.outcome()).isEqualTo(ChatOutcome.LINKED);
        assertThat(linked.organizationId()).isEqualTo(world.organizationOf(ann));
        assertThat(pending()).isZero();
        assertThat(delivered)
                .containsExactly("hello to " + world.organizationOf(ann), "hi to " + world.organizationOf(ann));
    }

    @Test
    void theNextMessageAsksAboutTheUserWhoEnteredTheNumberLast() {
        types(mallory, phone);
        assertThat(says("hello").reply()).contains(masked(mallory)).doesNotContain("digits");
        world.clock.advance(Duration.ofSeconds(1));
        types(ann, phone);

        ChatAnswer again = says("YES");

        assertThat(again.outcome()).isEqualTo(ChatOutcome.GREETED);
        assertThat(again.reply()).contains(masked(ann), "the four digits");
        assertThat(world.route(phone)).isEmpty();
        assertThat(says("no").reply())
                .contains("not connected", masked(mallory))
                .doesNotContain("digits");
        assertThat(says("yes").organizationId()).isEqualTo(world.organizationOf(mallory));
    }

    @Test
    void aNoRefusesOnlyTheUserInTheQuestion() {
        types(mallory, phone);
        says("hello");
        world.clock.advance(Duration.ofSeconds(1));
        types(ann, phone);

        assertThat(says("NO").reply()).contains("not connected", masked(ann));
        assertThat(says("yes").organizationId()).isEqualTo(world.organizationOf(ann));
    }

    @Test
    void aUserWhoEntersTheNumberLaterDoesNotPreventAYesWithDigits() {
        types(ann, phone);
        world.clock.advance(Duration.ofSeconds(1));
        types(mallory, phone);
        assertThat(says("hello").reply()).contains(masked(mallory));

        assertThat(says("yes " + world.code(ann)).organizationId()).isEqualTo(world.organizationOf(ann));
    }

    @Test
    void digitsAfterAYesAreReadInAnyNotation() {
        for (String form : List.of("YES %s", "yes, %s!", "ja %s", "Yes %s 👍", "YES\n%s", "да %s")) {
            String stranger = World.newPhone();
            UserId user = world.newUser();
            hasNoVerifiedAddress(user);
            types(user, stranger);
            world.says(stranger, "hello");

            assertThat(world.says(stranger, form.formatted(world.code(user))).outcome())
                    .as(form)
                    .isEqualTo(ChatOutcome.LINKED);
        }
    }

    @Test
    void onlyAYesWithTheRightDigitsLinks() {
        hasNoVerifiedAddress(ann);
        types(ann, phone);
        String code = world.code(ann);
        String other = code.equals("0000") ? "0001" : "0000";
        assertThat(says("YES " + code).outcome()).as("nothing was asked yet").isEqualTo(ChatOutcome.GREETED);

        for (String said : List.of("YES", code, "YES " + code + "?", "maybe " + code, "YES 1" + code, "YES " + other)) {
            assertThat(says(said).outcome()).as(said).isEqualTo(ChatOutcome.GREETED);
        }

        assertThat(world.route(phone)).isEmpty();
        assertThat(says("YES " + code).outcome()).isEqualTo(ChatOutcome.LINKED);
    }

    @Test
    void tryingWrongDigitsIsRateLimited() {
        hasNoVerifiedAddress(ann);
        types(ann, phone);
        says("hello");
        String code = world.code(ann);
        String other = code.equals("0000") ? "0001" : "0000";
        ChatAnswer last = says("YES " + other);
        for (int i = 0; i < 20 && last.outcome() == ChatOutcome.GREETED; i++) {
            last = says("YES " + other);
        }

        assertThat(last.outcome()).isEqualTo(ChatOutcome.RATE_LIMITED);
        assertThat(says("YES " + code).outcome()).isEqualTo(ChatOutcome.RATE_LIMITED);
        world.clock.advance(Duration.ofMinutes(1));
        assertThat(says("YES " + code).outcome()).isEqualTo(ChatOutcome.LINKED);
    }

    @Test
    void enteringANumberAgainGivesOtherDigits() {
        types(ann, phone);
        String first = world.code(ann);
        for (int i = 0; i < 3; i++) {
            database.run(em -> em.createQuery(
                            "update Identity i set i.pendingKey = null where i.userId = :user and i.pendingKey is not null")
                    .setParameter("user", ann.value())
                    .executeUpdate());
            types(ann, phone);
            if (!world.code(ann).equals(first)) {
                return;
            }
        }
        throw new AssertionError("the same digits four times: " + first);
    }

    @Test
    void aRefusedUserIsNotAskedAboutUntilTheRefusalExpires() {
        types(mallory, phone);
        says("hello");
        says("NO");
        types(mallory, phone);

        assertThat(says("hello").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
        assertThat(says("yes").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
        types(ann, phone);
        assertThat(says("hello").reply())
                .as("a refused user does not make the question ambiguous")
                .contains(masked(ann))
                .doesNotContain("digits");
        says("NO");

        world.clock.advance(TypedLinks.REFUSAL_LIFETIME.plusSeconds(1));
        assertThat(says("hello").outcome()).isEqualTo(ChatOutcome.GREETED);
    }

    @Test
    void aTokenLinksEvenAfterANo() {
        types(ann, phone);
        says("hello");
        says("NO");

        assertThat(says(world.token(ann)).outcome()).isEqualTo(ChatOutcome.LINKED);
    }

    @Test
    void aTokenClosesTheQuestionAndDeletesTheHeldMessages() {
        types(mallory, phone);
        says("my secret");

        says(world.token(ann));

        assertThat(open()).isZero();
        assertThat(world.count("held_message", "account_key = ?1", key(phone))).isZero();
    }

    @Test
    void heldMessagesExpireAfterAWeekEvenIfMoreArriveEveryDay() {
        types(ann, phone);
        says("hello");
        for (int day = 1; day < TypedLinks.QUESTION_LIFETIME.toDays(); day++) {
            world.clock.advance(Duration.ofDays(1));
            assertThat(says("day " + day).outcome()).isEqualTo(ChatOutcome.GREETED);
        }
        world.clock.advance(Duration.ofDays(1));

        assertThat(says("hello again").outcome()).isEqualTo(ChatOutcome.GREETED);
        assertThat(says("yes").outcome()).isEqualTo(ChatOutcome.LINKED);
        assertThat(delivered).containsExactly("hello again to " + world.organizationOf(ann));
    }

    private void hasNoVerifiedAddress(UserId user) {
        database.run(em -> em.createQuery("update Member m set m.emailVerified = false where m.userId = :user")
                .setParameter("user", user.value())
                .executeUpdate());
    }
}
