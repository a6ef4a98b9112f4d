package org.gridloom.platform.security.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gridloom.platform.security.internal.GrantView;
import org.gridloom.platform.security.internal.OwnAccount.Self;
import org.gridloom.platform.security.internal.SignedIn;

/**
 * Who is signed in.
 *
 * @param permissions codes of what the caller may do in some unit
 * @param csrfToken to be sent as header {@code X-CSRF-Token} with every request that changes something; absent where no
 *     session is used
 * @param token of a session for tools, in the answer to signing in only
 */
record SessionView(
        String account,
        String displayName,
        String unit,
        boolean mustChangePassword,
        List<String> permissions,
        List<GrantView> grants,
        @JsonInclude(JsonInclude.Include.NON_NULL) String csrfToken,
        @JsonInclude(JsonInclude.Include.NON_NULL) String token) {

    static SessionView of(Self self, SignedIn signedIn, boolean withToken) {
        return new SessionView(
                self.account(),
                self.displayName(),
                self.unit(),
                self.mustChangePassword(),
                self.permissions(),
                self.grants(),
                signedIn.csrf(),
                withToken ? signedIn.token() : null);
    }

    @Override
    public String toString() {
        return "SessionView[" + account + "]";
    }
}
