package org.gridloom.platform.console;

import java.util.List;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gridloom.platform.problem.Problem;

/** Base of completers that offer codes or names from a service. What the user may not see is not offered. */
public abstract class ValueCompleter implements Completer {

    @Override
    public final int complete(Session session, CommandLine line, List<String> candidates) {
        String argument = line.getCursorArgument();
        String typed = argument == null ? "" : argument.substring(0, line.getArgumentPosition());
        try {
            return new StringsCompleter(values(typed)).complete(session, line, candidates);
        } catch (Problem notForThisUser) {
            return -1;
        }
    }

    /** Values that begin with the prefix; others may be among them. A hundred are enough. */
    protected abstract List<String> values(String prefix);
}
