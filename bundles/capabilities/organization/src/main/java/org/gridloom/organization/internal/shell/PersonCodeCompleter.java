package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.People;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonFilter;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.rest.PageQuery;

/** Codes of people. */
@Service
public final class PersonCodeCompleter extends ValueCompleter {

    @Reference
    private People people;

    @Override
    protected List<String> values(String prefix) {
        return people.list(new PersonFilter(null, prefix, null), new PageQuery(0, 100, List.of())).items().stream()
                .map(Person::code)
                .toList();
    }
}
