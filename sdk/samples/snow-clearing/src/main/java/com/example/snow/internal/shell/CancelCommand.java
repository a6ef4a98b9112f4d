package com.example.snow.internal.shell;

import com.example.snow.CallOuts;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Cancels a call-out. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "snow", name = "cancel", description = "取消除雪出动 / Cancel a call-out")
public final class CancelCommand extends GridloomCommand {

    @Argument(index = 0, name = "number", description = "单号 / Number", required = true)
    private String number;

    @Reference
    private CallOuts callOuts;

    @Override
    protected void run() {
        callOuts.cancel(number, callOuts.get(number).version());
        say(Text.of("%s 已取消", "%s is cancelled", number));
    }
}
