package org.gridloom.platform.attachments.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gridloom.platform.attachments.internal.Owners;

/** Completes types of records. */
@Service
public final class RecordTypeCompleter implements Completer {

    @Reference
    private Owners owners;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        return new StringsCompleter(owners.types()).complete(session, line, candidates);
    }
}
