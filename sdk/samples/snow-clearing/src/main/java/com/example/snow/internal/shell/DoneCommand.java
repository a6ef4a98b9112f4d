package com.example.snow.internal.shell;

import com.example.snow.CallOuts;
import com.example.snow.Work;
import java.math.BigDecimal;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Says that a call-out is done. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "snow", name = "done", description = "完成除雪出动 / Say that a call-out is done")
public final class DoneCommand extends GridloomCommand {

    @Argument(index = 0, name = "number", description = "单号 / Number", required = true)
    private String number;

    @Argument(index = 1, name = "hours", description = "工时 / Hours", required = true)
    private BigDecimal hours;

    @Reference
    private CallOuts callOuts;

    @Override
    protected void run() {
        long version = callOuts.get(number).version();
        callOuts.done(number, new Work(hours), version);
        say(Text.of("%s 已完成", "%s is done", number));
    }
}
