package org.gridloom.training.internal.shell;

import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Session;
import org.gridloom.training.Sessions;

/** Takes a step with a session. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "session-act", description = "办理一期培训 / Take a step with a session")
public final class SessionActCommand extends GridloomCommand {

    @Argument(index = 0, name = "id", description = "编号 / Id", required = true)
    private long id;

    @Argument(
            index = 1,
            name = "action",
            description = "步骤:announce, take-back, hold, cancel, reopen / Step",
            required = true)
    private String action;

    @Option(name = "--reason", description = "理由 / Reason")
    private String reason;

    @Reference
    private Sessions sessions;

    @Override
    protected void run() {
        long version = sessions.get(id).progress().version();
        Session now = sessions.move(id, action, new MoveDraft(reason, Map.of()), version);
        say(Text.of("%s:%s", "%s: %s", now.number(), now.state()));
    }
}
