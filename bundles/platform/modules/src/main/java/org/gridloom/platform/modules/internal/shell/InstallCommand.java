package org.gridloom.platform.modules.internal.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.modules.internal.plan.Action;

/** Installs a module. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "module", name = "install", description = "安装模块,运行不中断 / Installs a module while all runs")
public class InstallCommand extends BringCommand {

    @Override
    protected void run() throws IOException {
        bring(Action.INSTALL);
    }
}
