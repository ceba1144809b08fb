package io.gatehouse.kernel.database;

import io.gatehouse.kernel.config.ConfigurationException;
import io.gatehouse.kernel.config.Settings;
import io.gatehouse.kernel.config.StartCheck;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;

/**
 * Fails a deployment whose configuration is invalid or whose database cannot be opened: before any enterprise bean
 * runs, and with a message that every server shows unchanged to the deployer.
 *
 * <p>A start-up bean would be too late. Some servers report only which bean failed. On WildFly, once a start-up bean
 * has failed, calls of other beans wait for it forever, and the undeployment waits for them.
 */
public class DeploymentCheck implements Extension {

    void require(@Observes AfterDeploymentValidation deployment) {
        try {
            Settings settings = new Settings();
            StartCheck.require(settings);
            GatehouseDataSource.require(settings.database());
        } catch (ConfigurationException e) {
            deployment.addDeploymentProblem(e);
        }
    }
}
