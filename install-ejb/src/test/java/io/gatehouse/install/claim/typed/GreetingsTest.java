package io.gatehouse.install.claim.typed;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.contract.platform.Platform;
import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.channel.inbound.Channels;
import io.gatehouse.install.channel.platform.Delivery;
import io.gatehouse.install.channel.platform.MessageTemplate;
import io.gatehouse.install.channel.platform.Outgoing;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The question that is sent to the phone immediately, if a connection has a message template for it. */
@StoreTest
class GreetingsTest {

    private final World world;
    private final Channels channels;
    private final OpenConnection connection;
    private final String phone = "447911" + World.number();

    GreetingsTest(TestDatabase database) {
        world = new World(database);
        channels = new Channels(world);
        channels.processAll(); // left by other tests
        channels.outbox.sendAll();
        channels.outbox.received.clear();
        connection = channels.connect(
                Platform.WHATSAPP,
                new HashMap<>(Map.of(
                        "displayNumber", "+44 7911 123456",
                        "phoneNumberId", "106540352242922",
                        "appSecret", "0123456789abcdef0123456789abcdef",
                        "accessToken", "EAAJB-an-access-token-of-WhatsApp",
                        "verifyToken", "a-verify-token-of-ours",
                        "greetingTemplate", "gatehouse_greeting",
                        "greetingTemplateLanguage", "en_US")));
    }

    @Test
    void enteringTheNumberSendsTheTemplateAndAYesLinks() {
        UserId ann = world.newUser();
        types(ann, phone);
        channels.outbox.sendAll();

        Outgoing greeting = greetings(phone).get(0);
        MessageTemplate template = greeting.template();
        assertThat(template).isNotNull().satisfies(it -> {
            assertThat(it.name()).isEqualTo("gatehouse_greeting");
            assertThat(it.language()).isEqualTo("en_US");
            assertThat(it.parameters()).hasSize(2).first().isEqualTo("Penny");
            assertThat(it.parameters().get(1)).matches("a\\*\\*\\*\\d@e\\*\\*\\*\\.com");
        });
        assertThat(says("YES").outcome()).isEqualTo(ChatOutcome.LINKED);
        assertThat(world.route(phone).orElseThrow().organizationId()).isEqualTo(world.organizationOf(ann));
    }

    @Test
    void theFirstMessageAfterAGreetingMayBeTheNo() {
        types(world.newUser(), phone);
        channels.outbox.sendAll();

        assertThat(says("No thanks").outcome()).isEqualTo(ChatOutcome.UNLINKED);
        assertThat(says("YES").outcome()).isEqualTo(ChatOutcome.NOT_INSTALLED);
    }

    @Test
    void aYesDoesNotAnswerAGreetingThatWasNotDelivered() {
        channels.outbox.platform = message -> new Delivery.Refused("the template is paused");
        types(world.newUser(), phone);
        channels.outbox.sendAll();

        assertThat(says("yes").outcome()).isEqualTo(ChatOutcome.GREETED);
        assertThat(world.route(phone)).isEmpty();
        assertThat(says("yes").outcome()).isEqualTo(ChatOutcome.LINKED);
    }

    @Test
    void aNumberIsGreetedOnceADayForAllUsers() {
        UserId ann = world.newUser();
        types(ann, phone);
        types(ann, phone);
        types(world.newUser(), phone);
        channels.outbox.sendAll();
        assertThat(greetings(phone)).hasSize(1);

        says("No");
        says("No");
        UserId other = world.newUser();
        types(other, phone);
        channels.outbox.sendAll();
        assertThat(greetings(phone)).hasSize(1);
        assertThat(says("Hello").outcome()).isEqualTo(ChatOutcome.GREETED);
        says("No");

        world.clock.advance(Greetings.DAY.plus(Duration.ofSeconds(1)));
        types(ann, phone);
        types(other, phone);
        channels.outbox.sendAll();
        assertThat(greetings(phone)).as("it said NO to both").hasSize(1);
        types(world.newUser(), phone);
        channels.outbox.sendAll();
        assertThat(greetings(phone)).hasSize(2);
    }

    @Test
    void concurrentEntriesOfANumberSendOneGreeting() {
        List<UserId> users = List.of(world.newUser(), world.newUser(), world.newUser(), world.newUser());

        Crowd.of(4, number -> {
            types(users.get(number), phone);
            return number;
        });
        channels.outbox.sendAll();

        assertThat(greetings(phone)).hasSizeLessThanOrEqualTo(1);
        assertThat(says("hello").outcome()).isEqualTo(ChatOutcome.GREETED);
    }

    @Test
    void greetingsPerUserAndDayAreLimited() {
        UserId spammer = world.newUser();
        for (int i = 0; i < Greetings.MAX_PER_USER + 3; i++) {
            types(spammer, "447911" + World.number());
        }
        channels.outbox.sendAll();

        assertThat(channels.outbox.received.stream().filter(it -> it.template() != null))
                .hasSize(Greetings.MAX_PER_USER);
    }

    @Test
    void aLinkedAccountIsNotGreeted() {
        world.says(phone, world.token(world.newUser()));
        types(world.newUser(), phone);
        channels.outbox.sendAll();

        assertThat(greetings(phone)).isEmpty();
    }

    private ChatAnswer says(String text) {
        return world.says(phone, text);
    }

    private void types(UserId user, String number) {
        world.beans.installs.install(new InstallCommand(user, world.templateSlug, null, "+" + number));
    }

    private List<Outgoing> greetings(String number) {
        assertThat(connection.platform()).isEqualTo(Platform.WHATSAPP);
        return channels.outbox.received.stream()
                .filter(message -> message.chat().equals(number) && message.template() != null)
                .toList();
    }
}
