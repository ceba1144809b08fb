package io.gatehouse.install.catalog.agent;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.contract.install.InstallResult;
import io.gatehouse.contract.install.InstallResult.Installed;
import io.gatehouse.contract.install.InstallResult.PhoneLink;
import io.gatehouse.contract.install.Installs;
import io.gatehouse.install.catalog.template.TemplateLookup;
import io.gatehouse.install.catalog.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Installs in one transaction and links the phone number in a second one, so that an error of the second does not undo
 * the install.
 */
@ApplicationScoped
public class InstallsBean implements Installs {

    private Templates templates;
    private InstallService service;
    private PhoneLinks phones;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public InstallsBean() {}

    @Inject
    public InstallsBean(Templates templates, InstallService service, PhoneLinks phones) {
        this.templates = templates;
        this.service = service;
        this.phones = phones;
    }

    @Override
    public InstallResult install(InstallCommand command) {
        TemplateLookup lookup = templates.find(command.template());
        if (lookup instanceof TemplateLookup.NotInstallable refused) {
            return new InstallResult.NotInstallable(refused.why());
        }
        if (!(lookup instanceof TemplateLookup.Found found)) {
            return new InstallResult.UnknownTemplate();
        }
        InstallResult result = service.install(command.user(), found.template().agentId(), nameOf(command));
        String phone = command.whatsappPhone();
        return result instanceof Installed installed && phone != null && !phone.isBlank()
                ? with(installed, phones.link(command.user(), found.template(), phone))
                : result;
    }

    @Override
    public InstallResult resync(UserId user, UUID agentId) {
        return service.resync(user, agentId);
    }

    private static @Nullable String nameOf(InstallCommand command) {
        String name = command.name();
        String visible = name == null ? "" : name.replaceAll("\\p{Cntrl}", " ").strip();
        return visible.isEmpty() ? null : visible;
    }

    private static Installed with(Installed installed, PhoneLink phone) {
        return new Installed(
                installed.agentId(),
                installed.organizationId(),
                installed.organizationSlug(),
                installed.templateSlug(),
                installed.created(),
                installed.mirrored(),
                phone);
    }
}
