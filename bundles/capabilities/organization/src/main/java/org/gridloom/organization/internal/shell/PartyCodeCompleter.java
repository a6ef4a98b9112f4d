package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.PartyOrganization;
import org.gridloom.organization.PartyOrganizationFilter;
import org.gridloom.organization.PartyOrganizations;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.rest.PageQuery;

/** Codes of party organisations. */
@Service
public final class PartyCodeCompleter extends ValueCompleter {

    @Reference
    private PartyOrganizations party;

    @Override
    protected List<String> values(String prefix) {
        return party
                .list(
                        new PartyOrganizationFilter(null, null, null, null, prefix, null),
                        new PageQuery(0, 100, List.of()))
                .items()
                .stream()
                .map(PartyOrganization::code)
                .toList();
    }
}
