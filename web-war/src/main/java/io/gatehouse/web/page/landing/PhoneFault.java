package io.gatehouse.web.page.landing;

import io.gatehouse.contract.install.InstallResult;
import io.gatehouse.contract.install.InstallResult.Installed;
import io.gatehouse.contract.install.InstallResult.PhoneLink;
import java.util.Optional;

/**
 * Why an install by phone number failed.
 *
 * @param text the key of the message
 * @param detail an argument of the message; may be empty
 */
record PhoneFault(String text, String detail) {

    static final PhoneFault INVALID = new PhoneFault("phone_invalid", "");

    /** Empty if the install succeeded. */
    static Optional<PhoneFault> of(InstallResult result) {
        if (result instanceof Installed installed) {
            return of(installed.phone() == null ? new PhoneLink.InvalidPhone() : installed.phone());
        }
        if (result instanceof InstallResult.SlugCollision collision) {
            return Optional.of(new PhoneFault("install_collision", collision.slug()));
        }
        return Optional.of(new PhoneFault(
                result instanceof InstallResult.NoPersonalOrganization ? "install_no_place" : "install_not_possible",
                ""));
    }

    private static Optional<PhoneFault> of(PhoneLink link) {
        if (link instanceof PhoneLink.Linked || link instanceof PhoneLink.Pending) {
            return Optional.empty();
        }
        return Optional.of(link instanceof PhoneLink.InvalidPhone ? INVALID : new PhoneFault("install_no_place", ""));
    }

    int status() {
        return equals(INVALID) ? 422 : 409;
    }
}
