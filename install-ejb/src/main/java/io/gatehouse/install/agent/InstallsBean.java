package io.gatehouse.install.agent;

import io.gatehouse.contract.account.UserId;
import io.gatehouse.contract.install.InstallCommand;
import io.gatehouse.contract.install.InstallResult;
import io.gatehouse.contract.install.InstallResult.Installed;
import io.gatehouse.contract.install.InstallResult.PhoneLink;
import io.gatehouse.contract.install.Installs;
import io.gatehouse.install.template.TemplateLookup;
import io.gatehouse.install.template.Templates;
import io.gatehouse.kernel.transaction.RetriedTransactions;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One transaction for the install, and one after it for the phone, whose fault leaves the install alone. */
@Stateless
@Local(Installs.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InstallsBean implements Installs {

    private RetriedTransactions transactions;
    private Templates templates;
    private InstallService service;
    private PhoneLinks phones;

    /** For the container. */
    @SuppressWarnings("NullAway.Init")
    public InstallsBean() {}

    @Inject
    public InstallsBean(
            RetriedTransactions transactions, Templates templates, InstallService service, PhoneLinks phones) {
        this.transactions = transactions;
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
        InstallResult result = transactions.call(
                () -> service.install(command.user(), found.template().agentId(), nameOf(command)));
        String phone = command.whatsappPhone();
        return result instanceof Installed installed && phone != null && !phone.isBlank()
                ? with(installed, transactions.call(() -> phones.link(command.user(), found.template(), phone)))
                : result;
    }

    @Override
    public InstallResult resync(UserId user, UUID agentId) {
        return transactions.call(() -> service.resync(user, agentId));
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
