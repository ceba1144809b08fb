package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.CredentialView;
import io.gatehouse.contract.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of signing keys. */
record SigningKeysAnswer(
        List<CredentialAnswer> signingKeys, @Nullable String nextCursor) {

    static SigningKeysAnswer from(Page<CredentialView> page) {
        return new SigningKeysAnswer(
                page.items().stream().map(CredentialAnswer::from).toList(), page.nextCursor());
    }
}
