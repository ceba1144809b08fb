package io.gatehouse.install.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatOutcome;
import io.gatehouse.contract.identity.LinkSource;
import io.gatehouse.contract.install.InstallResult.Installed;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.domain.agent.ItemKind;
import io.gatehouse.install.claim.account.AccountReader;
import io.gatehouse.install.world.World;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.testkit.Crowd;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@StoreTest
class ClaimOverChatTest {

    private final World world;

    ClaimOverChatTest(TestDatabase database) {
        world = new World(database);
    }

    @Test
    void aTokenInAMessageInstallsAndTheNextMessageIsRouted() {
        UserId user = world.newUser();
        String phone = World.newPhone();

        ChatAnswer installed = world.says(phone, "Hello! " + world.token(user) + " thanks");
        ChatAnswer routed = world.says(phone, "What did I spend?");

        assertThat(installed.outcome()).isEqualTo(ChatOutcome.INSTALLED);
        assertThat(installed.organizationId()).isEqualTo(world.organizationOf(user));
        assertThat(routed.outcome()).isEqualTo(ChatOutcome.ROUTED);
        assertThat(routed.agentId()).isEqualTo(installed.agentId());
        assertThat(world.route(phone).orElseThrow().agentId()).isEqualTo(installed.agentId());
    }

    @Test
    void ofAHundredConcurrentClaimsExactlyOneInstalls() {
        UserId user = world.newUser();
        String token = world.token(user);
        List<ChatOutcome> outcomes =
                Crowd.of(100, number -> world.says(World.newPhone(), token).outcome());

        assertThat(outcomes).filteredOn(ChatOutcome.INSTALLED::equals).hasSize(1);
        assertThat(outcomes).filteredOn(ChatOutcome.TOKEN_USED::equals).hasSize(99);
        UUID organization = world.organizationOf(user);
        assertThat(world.count("agent", "organization_id = ?1", organization)).isEqualTo(1);
        assertThat(world.count("claim", "organization_id = ?1", organization)).isEqualTo(1);
        assertThat(identities(user)).isEqualTo(1);
    }

    @Test
    void aMessageDeliveredTwentyTimesAtOnceInstallsOnceWithOneAnswer() {
        UserId user = world.newUser();
        String token = world.token(user);
        String phone = World.newPhone();
        List<ChatAnswer> answers = Crowd.of(20, number -> world.says(phone, token, "one message"));

        assertThat(answers).allMatch(answer -> answer.outcome() == ChatOutcome.INSTALLED);
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(world.says(phone, token, "one message")).isEqualTo(answers.get(0));
        assertThat(world.count("claim", "user_id = ?1", user.value())).isEqualTo(1);
    }

    @Test
    void concurrentClaimsOfOneUsersTokensCreateOneAgent() {
        UserId user = world.newUser();
        List<ChatOutcome> outcomes = Crowd.of(
                16, number -> world.says(World.newPhone(), world.token(user)).outcome());

        assertThat(outcomes).filteredOn(ChatOutcome.INSTALLED::equals).hasSize(1);
        assertThat(outcomes).filteredOn(ChatOutcome.LINKED::equals).hasSize(15);
        assertThat(world.count("agent", "organization_id = ?1", world.organizationOf(user)))
                .isEqualTo(1);
    }

    @Test
    void aConcurrentInstallAndClaimCreateOneAgent() {
        UserId user = world.newUser();
        String token = world.token(user);
        String phone = World.newPhone();
        List<Boolean> created = Crowd.of(
                8,
                number -> number == 0
                        ? world.says(phone, token).outcome() == ChatOutcome.INSTALLED
                        : ((Installed) world.install(user)).created());

        assertThat(created).filteredOn(it -> it).hasSize(1);
        assertThat(world.count("agent", "organization_id = ?1", world.organizationOf(user)))
                .isEqualTo(1);
        assertThat(world.route(phone)).isPresent();
    }

    @Test
    void ofTwoConcurrentClaimsOfOneAccountOneSucceeds() {
        String phone = World.newPhone();
        List<String> tokens = List.of(world.token(world.newUser()), world.token(world.newUser()));
        List<ChatOutcome> outcomes =
                Crowd.of(2, number -> world.says(phone, tokens.get(number)).outcome());

        assertThat(outcomes).containsExactlyInAnyOrder(ChatOutcome.INSTALLED, ChatOutcome.IDENTITY_CONFLICT);
    }

    @Test
    void aFailureBetweenInstallAndLinkRollsBackEverything() {
        UserId user = world.newUser();
        String token = world.token(user);
        String phone = World.newPhone();
        world.beforeLinking = () -> {
            throw new PowerCut();
        };

        assertThatThrownBy(() -> world.says(phone, token, "interrupted")).isInstanceOf(PowerCut.class);

        UUID organization = world.organizationOf(user);
        assertThat(world.count("agent", "organization_id = ?1", organization)).isZero();
        assertThat(world.count("blueprint_item", "organization_id = ?1", organization))
                .isZero();
        assertThat(world.count("claim", "organization_id = ?1", organization)).isZero();
        assertThat(world.count("audit_event", "organization_id = ?1", organization))
                .isZero();
        assertThat(world.count(
                        "chat_exchange", "account_key = ?1", account(phone).activeKey()))
                .isZero();
        assertThat(identities(user)).isZero();

        world.beforeLinking = () -> {};
        assertThat(world.says(phone, token, "interrupted").outcome()).isEqualTo(ChatOutcome.INSTALLED);
    }

    @Test
    void theSameAccountMaySendItsTokenAgain() {
        UserId user = world.newUser();
        String token = world.token(user);
        String phone = World.newPhone();
        ChatAnswer installed = world.says(phone, token);

        ChatAnswer again = world.says(phone, token);

        assertThat(again.outcome()).isEqualTo(ChatOutcome.ALREADY_INSTALLED);
        assertThat(again.agentId()).isEqualTo(installed.agentId());
        assertThat(world.says(World.newPhone(), token).outcome()).isEqualTo(ChatOutcome.TOKEN_USED);
    }

    @Test
    void aSecondAccountOfTheUserIsLinkedToTheSameAgent() {
        UserId user = world.newUser();
        ChatAnswer installed = world.says(World.newPhone(), world.token(user));

        ChatAnswer linked = world.says(World.newPhone(), world.token(user));

        assertThat(linked.outcome()).isEqualTo(ChatOutcome.LINKED);
        assertThat(linked.agentId()).isEqualTo(installed.agentId());
    }

    @Test
    void aVerifiedAccountCannotBeClaimedByAnotherUserAndTheTokenStaysUnspent() {
        UserId owner = world.newUser();
        String phone = World.newPhone();
        ChatAnswer installed = world.says(phone, world.token(owner));
        UserId other = world.newUser();
        String token = world.token(other);

        assertThat(world.says(phone, token).outcome()).isEqualTo(ChatOutcome.IDENTITY_CONFLICT);

        assertThat(world.route(phone).orElseThrow().agentId()).isEqualTo(installed.agentId());
        assertThat(world.count("agent", "organization_id = ?1", world.organizationOf(other)))
                .isZero();
        assertThat(world.says(World.newPhone(), token).outcome()).isEqualTo(ChatOutcome.INSTALLED);
    }

    @Test
    void aPendingLinkYieldsToAClaim() {
        UserId typist = world.newUser();
        UserId owner = world.newUser();
        String phone = World.newPhone();
        world.database.run(() -> assertThat(world.links().link(typist, account(phone), LinkSource.FORM))
                .isNotNull());

        assertThat(world.says(phone, world.token(owner)).outcome()).isEqualTo(ChatOutcome.INSTALLED);
        assertThat(world.route(phone).orElseThrow().organizationId()).isEqualTo(world.organizationOf(owner));
    }

    @Test
    void invalidAndExpiredTokensHaveDifferentOutcomes() {
        UserId user = world.newUser();
        String token = world.token(user);
        String phone = World.newPhone();

        assertThat(world.says(phone, token.substring(0, token.length() - 1) + "x")
                        .outcome())
                .isEqualTo(ChatOutcome.TOKEN_INVALID);
        world.clock.advance(Duration.ofMinutes(15));
        assertThat(world.says(phone, token).outcome()).isEqualTo(ChatOutcome.TOKEN_EXPIRED);
        assertThat(world.count("audit_event", "details like ?1", "%" + token + "%"))
                .isZero();
    }

    @Test
    void aUserWhoNeverSignedInHasNoPersonalOrganization() {
        assertThat(world.says(World.newPhone(), world.token(world.unknownUser()))
                        .outcome())
                .isEqualTo(ChatOutcome.NO_PERSONAL_ORG);
    }

    @Test
    void aSlugCollisionNamesTheItemAndChangesNothing() {
        UserId user = world.newUser();
        UUID organization = world.organizationOf(user);
        world.item(organization, ItemKind.WATCHER, "first");
        String token = world.token(user);

        ChatAnswer refused = world.says(World.newPhone(), token);

        assertThat(refused.outcome()).isEqualTo(ChatOutcome.SLUG_COLLISION);
        assertThat(refused.reply()).contains("watcher first");
        assertThat(world.count("agent", "organization_id = ?1", organization)).isZero();
        assertThat(world.count("blueprint_item", "organization_id = ?1", organization))
                .isEqualTo(1);
        assertThat(world.count("claim", "organization_id = ?1", organization)).isZero();
    }

    @Test
    void aTokenOfATemplateThatBecamePrivateIsRefused() {
        UserId user = world.newUser();
        String token = world.token(user);
        world.database.run(em -> em.createNativeQuery("update organization set visibility = 'PRIVATE' where id = ?1")
                .setParameter(1, world.publisherId)
                .executeUpdate());

        ChatOutcome outcome = world.says(World.newPhone(), token).outcome();

        assertThat(outcome).isEqualTo(ChatOutcome.NOT_INSTALLABLE);
        assertThat(world.count("claim", "user_id = ?1", user.value())).isZero();
    }

    @Test
    void aGroupIsAnUnsupportedSender() {
        assertThat(world.says("1203630@g.us", "hello").outcome()).isEqualTo(ChatOutcome.PLATFORM_UNSUPPORTED);
    }

    @Test
    void tooManyInvalidTokensAreRateLimitedAndRedeliveriesKeepTheirAnswer() {
        String phone = World.newPhone();
        String wrong = world.token(world.newUser());
        String garbled = wrong.substring(0, wrong.length() - 2) + "zz";
        for (int i = 0; i < 10; i++) {
            assertThat(world.says(phone, garbled, "try " + i).outcome()).isEqualTo(ChatOutcome.TOKEN_INVALID);
        }

        assertThat(world.says(phone, garbled, "try 10").outcome()).isEqualTo(ChatOutcome.RATE_LIMITED);
        assertThat(world.says(phone, garbled, "try 3").outcome()).isEqualTo(ChatOutcome.TOKEN_INVALID);

        world.clock.advance(Duration.ofMinutes(1));
        assertThat(world.says(phone, garbled, "try 10").outcome()).isEqualTo(ChatOutcome.RATE_LIMITED);
        assertThat(world.says(phone, garbled, "try 11").outcome()).isEqualTo(ChatOutcome.TOKEN_INVALID);
    }

    private long identities(UserId user) {
        return world.count(
                "identity i join member m on m.id = i.member_id",
                "m.user_id = ?1 and i.active_key is not null",
                user.value());
    }

    private static PlatformAccount account(String phone) {
        return new AccountReader(Settings.of(Map.of())).read("whatsapp", phone).orElseThrow();
    }

    /** Simulates a failure in the middle of a transaction. */
    private static final class PowerCut extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
