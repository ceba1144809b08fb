package io.gatehouse.web.api.admin;

import io.gatehouse.contract.admin.CredentialView;
import io.gatehouse.contract.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of tokens. */
record TokensAnswer(List<CredentialAnswer> tokens, @Nullable String nextCursor) {

    static TokensAnswer from(Page<CredentialView> page) {
        return new TokensAnswer(
                page.items().stream().map(CredentialAnswer::from).toList(), page.nextCursor());
    }
}
