package org.gridloom.training.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Certificate;
import org.gridloom.training.Certificates;

/** Revokes a certificate. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "certificate-revoke", description = "撤销证书 / Revoke a certificate")
public final class RevokeCommand extends GridloomCommand {

    @Argument(index = 0, name = "id", description = "编号 / Id", required = true)
    private long id;

    @Option(name = "--reason", description = "理由 / Reason")
    private String reason;

    @Reference
    private Certificates certificates;

    @Override
    protected void run() {
        Certificate now = certificates.revoke(id, reason, certificates.get(id).version());
        say(Text.of("已撤销 %s", "Revoked %s", now.number()));
    }
}
