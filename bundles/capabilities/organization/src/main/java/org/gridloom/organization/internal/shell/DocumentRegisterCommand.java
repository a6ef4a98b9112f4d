package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.DocumentDraft;
import org.gridloom.platform.console.OptionsAnywhere;

/** Registers a document. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "document-register", description = "登记文件 / Registers a document")
public class DocumentRegisterCommand extends DocumentCommand {

    @Option(name = "--number", required = true, description = "文号 / Number")
    private String number;

    @Option(name = "--title", required = true, description = "标题 / Title")
    private String title;

    @Option(name = "--issuer", required = true, description = "发文机关 / Issuer")
    private String issuer;

    @Option(name = "--issued", required = true, description = "发文日期 / Date of issue")
    private String issuedOn;

    @Option(name = "--from", required = true, description = "施行日期 / First day in force")
    private String inForceFrom;

    @Option(name = "--to", description = "失效日期 / First day no more in force")
    private String inForceTo;

    @Option(name = "--supersedes", description = "所替代文件的编号 / Id of the document it replaces")
    private Long supersedes;

    @Option(name = "--note", description = "备注 / Note")
    private String note;

    @Override
    protected void run() {
        documentTable(List.of(documents()
                        .register(new DocumentDraft(
                                number,
                                title,
                                issuer,
                                date("--issued", issuedOn),
                                date("--from", inForceFrom),
                                date("--to", inForceTo),
                                supersedes,
                                note))))
                .print(out());
    }
}
