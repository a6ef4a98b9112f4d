package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.PartyLevel;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.console.ValueCompleter;

/** Codes of party levels. */
@Service
public final class PartyLevelCompleter extends ValueCompleter {

    @Reference
    private Vocabulary vocabulary;

    @Override
    protected List<String> values(String prefix) {
        return vocabulary.partyLevels().stream().map(PartyLevel::code).toList();
    }
}
