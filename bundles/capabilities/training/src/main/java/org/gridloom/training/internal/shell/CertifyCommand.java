package org.gridloom.training.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Certificates;

/** Issues the certificates that are due. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "training",
        name = "certify",
        description = "颁发应发的证书 / Issue the certificates of a programme that are due")
public final class CertifyCommand extends GridloomCommand {

    @Argument(index = 0, name = "programme", description = "培训项目 / Programme", required = true)
    private String programme;

    @Reference
    private Certificates certificates;

    @Override
    protected void run() {
        say(Text.of(
                "已颁发 %d 张证书",
                "Certificates issued: %d", certificates.issue(programme).size()));
    }
}
