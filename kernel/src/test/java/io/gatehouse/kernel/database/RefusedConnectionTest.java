package io.gatehouse.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.kernel.config.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class RefusedConnectionTest {

    private static final String REASON = "gatehouse.mode=nonsense is neither 'development' nor 'production'";

    private final ConfigurationException refusal = new ConfigurationException(REASON);

    @Test
    void itReportsAProductAndRefusesEveryStatementWithTheReason() throws SQLException {
        try (Connection refused = RefusedConnection.open(refusal)) {
            assertThat(refused.getMetaData().getDatabaseProductName()).isEqualTo("H2");
            assertThat(refused.getAutoCommit()).isTrue();
            assertThatThrownBy(() -> refused.prepareStatement("select 1").close())
                    .isInstanceOf(SQLException.class)
                    .hasMessage(REASON);
            assertThatThrownBy(() -> refused.createStatement().close())
                    .isInstanceOf(SQLException.class)
                    .hasMessage(REASON);
        }
    }

    @Test
    void itCanBeClosed() throws SQLException {
        Connection refused = RefusedConnection.open(refusal);

        refused.close();

        assertThat(refused.isClosed()).isTrue();
        assertThatThrownBy(refused::getMetaData).isInstanceOf(SQLException.class);
    }
}
