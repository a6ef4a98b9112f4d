package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.OutsideOrganization;
import org.gridloom.organization.OutsideOrganizationFilter;
import org.gridloom.organization.OutsideOrganizations;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.rest.PageQuery;

/** Codes of outside organisations. */
@Service
public final class OutsideCodeCompleter extends ValueCompleter {

    @Reference
    private OutsideOrganizations outside;

    @Override
    protected List<String> values(String prefix) {
        return outside
                .list(new OutsideOrganizationFilter(null, null, null, prefix, null), new PageQuery(0, 100, List.of()))
                .items()
                .stream()
                .map(OutsideOrganization::code)
                .toList();
    }
}
