package io.gatehouse.kernel.database;

import io.gatehouse.kernel.config.ConfigurationException;
import io.gatehouse.kernel.config.DevelopmentIssuer;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.config.StartCheck;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessManagedBean;

/**
 * Fails a deployment whose configuration is invalid or whose database cannot be opened: before any enterprise bean
 * runs, and with a message that every server shows unchanged to the deployer.
 *
 * <p>A start-up bean would be too late. Some servers report only which bean failed. On WildFly, once a start-up bean
 * has failed, calls of other beans wait for it forever, and the undeployment waits for them.
 */
public class DeploymentCheck implements Extension {

    private boolean developmentIssuer;

    void find(@Observes ProcessManagedBean<? extends DevelopmentIssuer> bean) {
        developmentIssuer = true;
    }

    void require(@Observes AfterDeploymentValidation deployment) {
        try {
            Settings settings = new Settings();
            StartCheck.require(settings, developmentIssuer);
            GatehouseDataSource.require(settings.database());
        } catch (ConfigurationException e) {
            GatehouseDataSource.refuse(e);
            deployment.addDeploymentProblem(e);
        }
    }
}
