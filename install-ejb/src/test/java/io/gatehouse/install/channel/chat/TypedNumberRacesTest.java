package io.gatehouse.install.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Concurrent and repeated messages and entries, about numbers that users entered. */
@StoreTest
class TypedNumberRacesTest extends TypedNumberFixture {

    TypedNumberRacesTest(TestDatabase database) {
        super(database);
    }

    @Test
    void aRepeatedMessageGetsTheSameAnswerAndIsHeldOnce() {
        types(ann, phone);
        List<ChatAnswer> first = Crowd.of(8, number -> world.says(phone, "hello", "m1"));
        assertThat(first).containsOnly(first.get(0));
        assertThat(first.get(0).outcome()).isEqualTo(ChatOutcome.GREETED);

        List<ChatAnswer> yes = Crowd.of(8, number -> world.says(phone, "yes", "m2"));
        assertThat(yes).containsOnly(yes.get(0));
        assertThat(yes.get(0).outcome()).isEqualTo(ChatOutcome.LINKED);
        assertThat(delivered).hasSize(1);
        assertThat(world.says(phone, "hello", "m1")).isEqualTo(first.get(0));
    }

    @Test
    void concurrentMessagesAreAnsweredByTheSameQuestion() {
        types(ann, phone);
        types(mallory, phone);

        List<ChatAnswer> answers = Crowd.of(8, number -> says("hello " + number));

        assertThat(answers).containsOnly(answers.get(0));
        assertThat(open()).isEqualTo(1);
        says("yes " + world.code(ann));
        assertThat(delivered).hasSize(8);
    }

    @Test
    void concurrentYesMessagesLinkOnce() {
        for (int round = 0; round < 5; round++) {
            String stranger = World.newPhone();
            types(ann, stranger);
            types(mallory, stranger);
            world.says(stranger, "hello");
            delivered.clear();
            String yes = "yes " + world.code(ann);

            List<ChatAnswer> answers = Crowd.of(4, number -> world.says(stranger, yes));

            assertThat(answers)
                    .filteredOn(it -> it.outcome() == ChatOutcome.LINKED)
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(it -> it.outcome() == ChatOutcome.ROUTED)
                    .hasSize(3);
            assertThat(delivered).hasSize(1);
            assertThat(active(stranger)).isEqualTo(1);
        }
    }

    @Test
    void afterAConcurrentYesAndNoNothingIsLinked() {
        for (int round = 0; round < 5; round++) {
            String stranger = World.newPhone();
            types(ann, stranger);
            world.says(stranger, "hello");

            Crowd.of(2, number -> world.says(stranger, number == 0 ? "yes" : "no"));

            assertThat(active(stranger))
                    .as("a NO counts before a YES and after it")
                    .isZero();
        }
    }

    @Test
    void aConcurrentYesAndTokenLinkToExactlyOneUser() {
        for (int round = 0; round < 5; round++) {
            String stranger = World.newPhone();
            types(mallory, stranger);
            types(ann, stranger);
            world.says(stranger, "hello");
            String token = world.token(world.newUser());
            String yes = "yes " + world.code(ann);

            List<ChatAnswer> answers = Crowd.of(2, number -> world.says(stranger, number == 0 ? yes : token));

            assertThat(active(stranger)).isEqualTo(1);
            assertThat(answers.get(0).outcome())
                    .isIn(ChatOutcome.LINKED, ChatOutcome.ROUTED, ChatOutcome.NOT_INSTALLED);
            assertThat(answers.get(1).outcome()).isIn(ChatOutcome.INSTALLED, ChatOutcome.IDENTITY_CONFLICT);
            assertThat(answers.get(1).outcome() == ChatOutcome.IDENTITY_CONFLICT)
                    .isEqualTo(answers.get(0).outcome() == ChatOutcome.LINKED);
        }
    }

    @Test
    void concurrentEntriesOfOneNumberAreOnePendingLinkPerUser() {
        List<UserId> users = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            users.add(world.newUser());
        }

        Crowd.of(16, number -> types(users.get(number % 8), phone));

        assertThat(pending()).isEqualTo(8);
    }
}
