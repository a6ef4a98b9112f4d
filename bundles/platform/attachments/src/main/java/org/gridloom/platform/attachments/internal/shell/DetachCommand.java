package org.gridloom.platform.attachments.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.attachment.Attachments;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Takes an attachment away from its record. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "attachments", name = "detach", description = "移除附件 / Takes an attachment away from its record")
public final class DetachCommand extends GridloomCommand {

    @Argument(name = "id", required = true, description = "附件编号 / Id of the attachment")
    private long id;

    @Reference
    private Attachments attachments;

    @Override
    protected void run() {
        attachments.detach(id);
        say(Text.of("已移除", "Detached"));
    }
}
