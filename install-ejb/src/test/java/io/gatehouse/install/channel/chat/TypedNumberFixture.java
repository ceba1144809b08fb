package io.gatehouse.install.channel.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.chat.ChatAnswer;
import io.gatehouse.contract.chat.ChatRoute;
import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.contract.install.InstallResult.Installed;
import io.gatehouse.contract.install.InstallResult.PhoneLink;
import io.gatehouse.contract.platform.PlatformAccount;
import io.gatehouse.install.claim.held.HeldDelivery;
import io.gatehouse.install.claim.held.HeldMessage;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.TestDatabase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A deployment in which users enter numbers, with the queries of its tests. */
abstract class TypedNumberFixture {

    final TestDatabase database;
    final World world;
    final UserId ann;
    final UserId mallory;
    final String phone = World.newPhone();
    final Queue<String> delivered = new ConcurrentLinkedQueue<>();

    TypedNumberFixture(TestDatabase database) {
        this.database = database;
        world = new World(database);
        world.beans.heldDeliveries.add(new HeldDelivery() {
            @Override
            public boolean isFor(HeldMessage message) {
                return true;
            }

            @Override
            public void deliver(HeldMessage message, PlatformAccount account, ChatRoute route) {
                delivered.add(message.content() + " to " + route.organizationId());
            }
        });
        ann = world.newUser();
        mallory = world.newUser();
    }

    ChatAnswer says(String text) {
        return world.says(phone, text);
    }

    PhoneLink types(UserId user, String jid) {
        Installed installed = (Installed)
                world.beans.installs.install(new InstallCommand(user, world.templateSlug, null, number(jid)));
        PhoneLink link = installed.phone();
        assertThat(link).isInstanceOfSatisfying(PhoneLink.Pending.class, pending -> {
            assertThat(pending.phone()).isEqualTo(number(jid));
            assertThat(pending.waJid()).isEqualTo(jid);
            assertThat(pending.code()).matches("\\d{4}");
        });
        return link == null ? new PhoneLink.NoMember() : link;
    }

    void removesAgent(UserId user) {
        database.run(em -> em.createQuery("delete from Agent a where a.organizationId = :organization")
                .setParameter("organization", world.organizationOf(user))
                .executeUpdate());
    }

    String masked(UserId user) {
        String email = database.tx(em -> (String) em.createNativeQuery("select email from member where user_id = ?1")
                .setParameter(1, user.value())
                .getSingleResult());
        return "a***" + email.charAt(email.indexOf('@') - 1) + "@e***.com";
    }

    static String number(String jid) {
        return "+" + jid.substring(0, jid.indexOf('@'));
    }

    static String key(String jid) {
        return "wa_jid:" + number(jid);
    }

    long pending() {
        return world.count("identity", "pending_key = ?1", key(phone));
    }

    long active(String jid) {
        return world.count("identity", "active_key = ?1", key(jid));
    }

    long open() {
        return world.count("typed_question", "account_key = ?1", key(phone));
    }
}
