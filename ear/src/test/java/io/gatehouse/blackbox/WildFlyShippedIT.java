package io.gatehouse.blackbox;

import io.gatehouse.blackbox.cases.ShippedCases;
import io.gatehouse.blackbox.client.Gatehouse;
import io.gatehouse.blackbox.issuer.IdentityProvider;
import io.gatehouse.blackbox.server.Ear;
import io.gatehouse.blackbox.server.WildFly;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In development mode, because the public URL of the tests' WildFly has no TLS, which production mode requires. */
@ArquillianTest
@DisplayName("gatehouse.ear as it ships, on WildFly with an identity provider")
class WildFlyShippedIT implements ShippedCases {

    @RegisterExtension
    static final IdentityProvider provider = new IdentityProvider().publish(KEY);

    @Deployment(testable = false)
    static EnterpriseArchive ear() {
        return Ear.with(Ear.shipped(), ShippedCases.trusting(provider));
    }

    @Override
    public Gatehouse gatehouse() {
        return WildFly.gatehouse();
    }

    @Override
    public String publicUrl() {
        return gatehouse().baseUri().toString();
    }
}
