package org.gridloom.platform.security.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.security.internal.Accounts;

/** Names of accounts that the user may view. */
@Service
public class AccountCompleter extends ValueCompleter {

    private static final int LIMIT = 100;

    @Reference
    private Accounts accounts;

    @Override
    protected List<String> values(String prefix) {
        return accounts.names(prefix, LIMIT);
    }
}
