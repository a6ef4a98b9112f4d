package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.OrganizationType;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.console.ValueCompleter;

/** Codes of types of organisations. */
@Service
public final class OrganizationTypeCompleter extends ValueCompleter {

    @Reference
    private Vocabulary vocabulary;

    @Override
    protected List<String> values(String prefix) {
        return vocabulary.types().stream().map(OrganizationType::code).toList();
    }
}
