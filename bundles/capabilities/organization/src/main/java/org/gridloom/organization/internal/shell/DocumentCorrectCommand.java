package org.gridloom.organization.internal.shell;

import java.util.List;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.Document;
import org.gridloom.organization.DocumentDraft;
import org.gridloom.platform.console.OptionsAnywhere;

/** Corrects a document's entry. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "document-correct", description = "更正文件登记 / Corrects a document's entry")
public class DocumentCorrectCommand extends DocumentCommand {

    @Argument(index = 0, name = "id", required = true, description = "文件编号 / Id of the document")
    private long id;

    @Option(name = "--number", description = "文号 / Number")
    private String number;

    @Option(name = "--title", description = "标题 / Title")
    private String title;

    @Option(name = "--issuer", description = "发文机关 / Issuer")
    private String issuer;

    @Option(name = "--issued", description = "发文日期 / Date of issue")
    private String issuedOn;

    @Option(name = "--from", description = "施行日期 / First day in force")
    private String inForceFrom;

    @Option(name = "--to", description = "失效日期 / First day no more in force")
    private String inForceTo;

    @Option(name = "--supersedes", description = "所替代文件的编号 / Id of the document it replaces")
    private Long supersedes;

    @Option(name = "--note", description = "备注 / Note")
    private String note;

    @Override
    protected void run() {
        Document old = documents().get(id);
        DocumentDraft draft = new DocumentDraft(
                Objects.requireNonNullElse(number, old.number()),
                Objects.requireNonNullElse(title, old.title()),
                Objects.requireNonNullElse(issuer, old.issuer()),
                issuedOn == null ? old.issuedOn() : date("--issued", issuedOn),
                inForceFrom == null ? old.inForceFrom() : date("--from", inForceFrom),
                inForceTo == null ? old.inForceTo() : date("--to", inForceTo),
                supersedes == null ? old.supersedes() : supersedes,
                note == null ? old.note() : note);
        documentTable(List.of(documents().correct(id, draft, old.version()))).print(out());
    }
}
