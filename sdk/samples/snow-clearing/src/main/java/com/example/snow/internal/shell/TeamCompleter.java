package com.example.snow.internal.shell;

import com.example.snow.Team;
import com.example.snow.Teams;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.rest.PageQuery;

/** Codes of teams. */
@Service
public final class TeamCompleter extends ValueCompleter {

    @Reference
    private Teams teams;

    @Override
    protected List<String> values(String prefix) {
        return teams.list(null, prefix, PageQuery.first()).items().stream()
                .map(Team::code)
                .toList();
    }
}
