package io.gatehouse.blackbox;

import io.gatehouse.blackbox.cases.ShippedCases;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.issuer.IdentityProvider;
import io.gatehouse.blackbox.server.PayaraDomain;
import io.gatehouse.blackbox.server.Postgres;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("gatehouse.ear as it ships, on Payara Server in production mode")
class PayaraServerProductionIT implements ShippedCases {

    private static final String PUBLIC_URL = "https://gatehouse.example.com";

    @RegisterExtension
    static final IdentityProvider provider = new IdentityProvider().publish(KEY);

    @RegisterExtension
    static final Postgres postgres = new Postgres();

    @RegisterExtension
    static final PayaraDomain server = new PayaraDomain()
            .asShipped()
            .with("gatehouse.mode", "production")
            .with("gatehouse.public-url", PUBLIC_URL)
            .with("gatehouse.db.url", postgres.url())
            .with("gatehouse.db.user", postgres.user())
            .withSecret(
                    "gatehouse.encryption.key",
                    Base64.getEncoder()
                            .encodeToString("thirty-two bytes for production!".getBytes(StandardCharsets.US_ASCII)))
            .with(ShippedCases.trusting(provider));

    @Test
    @DisplayName("there is no sample data")
    void thereIsNoSampleData() {
        gatehouse().anyone().get("/api/install/manifest/personal-finance").expecting(404);
    }

    @Override
    public Gatehouse gatehouse() {
        return server.gatehouse();
    }

    @Override
    public String publicUrl() {
        return PUBLIC_URL;
    }
}
