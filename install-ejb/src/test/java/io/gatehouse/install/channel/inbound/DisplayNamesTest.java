package io.gatehouse.install.channel.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.install.channel.connection.OpenConnection;
import io.gatehouse.install.world.World;
import io.gatehouse.testkit.StoreTest;
import io.gatehouse.testkit.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Display names of accounts without a number: the name at the time of linking. */
@StoreTest
class DisplayNamesTest {

    private final World world;
    private final Channels channels;
    private final OpenConnection connection;
    private final String hidden = "GB." + World.number();

    DisplayNamesTest(TestDatabase database) {
        world = new World(database);
        channels = new Channels(world);
        connection = channels.whatsapp();
    }

    @Test
    void theDisplayNameOfAHiddenNumberComesFromTheLinkingMessage() {
        says(hidden, "Hello", "@before");
        says(hidden, world.token(world.newUser()), "@countess");
        says(hidden, "What did I spend?", "@somebody-else");

        assertThat(named(hidden, "@countess")).isEqualTo(1);
    }

    @Test
    void anAccountWithANumberGetsNoDisplayName() {
        String phone = "447911" + World.number();
        says(phone, world.token(world.newUser()), "@countess");

        assertThat(world.count("identity", "display_name is not null and identifier like ?1", phone + "%"))
                .isZero();
    }

    private void says(String sender, String text, String name) {
        ItemDetails details = new ItemDetails(ItemDetails.Kind.WORDS, null, name, List.of());
        channels.intake.take(connection, List.of(channels.message(sender, text).as(details)));
        channels.processAll();
    }

    private long named(String account, String name) {
        return world.count("identity", "display_name = '" + name + "' and identifier = ?1", account);
    }
}
