package io.gatehouse.install.channel.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.platform.AccountReading;
import io.gatehouse.contract.platform.Accounts;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.domain.organization.Organization;
import io.gatehouse.domain.organization.Visibility;
import io.gatehouse.install.channel.route.RouteStore.Question;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StoreTest
class RouteBatchTest {

    private final World world;
    private final RouteStore routes;

    RouteBatchTest(TestDatabase database) {
        world = new World(database);
        routes = new RouteStore(database.joiningDataSource());
    }

    @Test
    void aBatchGivesTheSameAnswersAsSingleQueries() {
        World other = new World(world.database);
        Question first = installed(world);
        Question second = installed(world);
        Question elsewhere = installed(other);
        List<Question> questions = List.of(
                first,
                new Question("wa_jid:+440000000000", world.templateId),
                second,
                new Question(first.accountKey(), other.templateId),
                elsewhere,
                first);

        List<Optional<ChatRoute>> answers = routes.findAll(questions);

        assertThat(answers)
                .containsExactlyElementsOf(questions.stream().map(this::alone).toList());
        assertThat(answers).filteredOn(Optional::isPresent).hasSize(4).doesNotContainNull();
        assertThat(answers.get(0)).isEqualTo(answers.get(5)).isNotEqualTo(answers.get(2));
    }

    @Test
    void aBatchChoosesTheSameMembershipAsASingleQuery() {
        UserId user = world.newUser();
        String phone = World.newPhone();
        world.says(phone, world.token(user));
        UUID shared = world.organization(Organization.shared(
                world.ids.next(), "batch-" + World.number(), "Shared", Visibility.PRIVATE, world.clock.instant()));
        world.join(user, shared, world.clock.instant().plus(Duration.ofDays(1)));
        world.installIn(shared);
        Question question = question(world, phone);

        assertThat(routes.findAll(List.of(question, installed(world), question)))
                .filteredOn(alone(question)::equals)
                .hasSize(2);
    }

    private Optional<ChatRoute> alone(Question question) {
        return routes.find(question.accountKey(), question.templateAgentId());
    }

    private static Question installed(World world) {
        String phone = World.newPhone();
        world.says(phone, world.token(world.newUser()));
        return question(world, phone);
    }

    private static Question question(World world, String phone) {
        AccountReading reading = new Accounts("GB").read(Platform.WHATSAPP, phone);
        return new Question(((AccountReading.Account) reading).account().activeKey(), world.templateId);
    }
}
