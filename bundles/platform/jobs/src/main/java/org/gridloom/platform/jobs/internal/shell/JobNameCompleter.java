package org.gridloom.platform.jobs.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.jobs.internal.JobDesk;

/** Names of jobs. */
@Service
public class JobNameCompleter extends ValueCompleter {

    @Reference
    private JobDesk desk;

    @Override
    protected List<String> values(String prefix) {
        return desk.names().stream().filter(name -> name.startsWith(prefix)).toList();
    }
}
