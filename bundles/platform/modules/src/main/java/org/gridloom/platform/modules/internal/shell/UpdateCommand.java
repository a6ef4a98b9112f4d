package org.gridloom.platform.modules.internal.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.modules.internal.plan.Action;

/** Updates a module in place. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "module", name = "update", description = "就地更新模块 / Updates a module in place")
public class UpdateCommand extends BringCommand {

    @Override
    protected void run() throws IOException {
        bring(Action.UPDATE);
    }
}
