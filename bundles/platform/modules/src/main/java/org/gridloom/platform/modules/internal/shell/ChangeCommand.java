package org.gridloom.platform.modules.internal.shell;

import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.modules.internal.Modules;
import org.gridloom.platform.modules.internal.change.Outcome;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Base of the commands that change a module. */
abstract class ChangeCommand extends GridloomCommand {

    @Reference
    private Modules modules;

    @Option(name = "--force", description = "允许其他模块随之重启 / Even if bundles of others are restarted")
    private boolean force;

    final Modules modules() {
        return modules;
    }

    final boolean force() {
        return force;
    }

    /** @throws Problem if the module does not work */
    final void show(Outcome outcome) {
        PlanLine.of(outcome.plan()).forEach(this::say);
        outcome.restarted().forEach(name -> say(Text.of("其他模块 %s 已重启", "The bundle %s of others was restarted", name)));
        say(Text.of("用时 %d 毫秒", "It took %d ms", outcome.millis()));
        if (!outcome.problems().isEmpty()) {
            outcome.problems().forEach(this::say);
            throw Problem.conflict(
                    Text.of("变更已完成,但模块未能正常运行,见上", "It is done, and the module does not work: see above"));
        }
    }
}
