package org.gridloom.platform.rules.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.rules.internal.RuleEditing;
import org.gridloom.platform.rules.internal.RuleSetView;

/** Codes of rule sets. */
@Service
public class RuleSetCompleter extends ValueCompleter {

    @Reference
    private RuleEditing rules;

    @Override
    protected List<String> values(String prefix) {
        return rules.sets().stream().map(RuleSetView::code).toList();
    }
}
