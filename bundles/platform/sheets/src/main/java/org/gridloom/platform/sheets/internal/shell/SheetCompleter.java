package org.gridloom.platform.sheets.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gridloom.platform.sheets.internal.SheetRegistry;

/** Completes names of lists. */
@Service
public class SheetCompleter implements Completer {

    @Reference
    private SheetRegistry registry;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        StringsCompleter names = new StringsCompleter();
        registry.all().forEach(list -> names.getStrings().add(list.name()));
        return names.complete(session, line, candidates);
    }
}
