package org.gridloom.platform.states.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.state.StateMachine;
import org.gridloom.platform.states.internal.Procedures;

/** Codes of state machines. */
@Service
public class MachineCompleter extends ValueCompleter {

    @Reference
    private Procedures procedures;

    @Override
    protected List<String> values(String prefix) {
        return procedures.all().stream().map(StateMachine::code).toList();
    }
}
