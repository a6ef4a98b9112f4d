package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.CoordinationBody;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.rest.PageQuery;

/** Codes of coordination bodies. */
@Service
public final class CoordinationCodeCompleter extends ValueCompleter {

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected List<String> values(String prefix) {
        return bodies.list(null, null, new PageQuery(0, 100, List.of())).items().stream()
                .map(CoordinationBody::code)
                .toList();
    }
}
