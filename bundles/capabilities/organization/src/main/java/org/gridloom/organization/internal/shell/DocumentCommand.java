package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridloom.organization.Document;
import org.gridloom.organization.Documents;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;

/** Base of commands about the document register. */
abstract class DocumentCommand extends UnitCommand {

    @Reference
    private Documents documents;

    protected final Documents documents() {
        return documents;
    }

    protected final ShellTable documentTable(List<Document> rows) {
        ShellTable table = table(
                Text.of("编号", "Id"),
                Text.of("文号", "Number"),
                Text.of("标题", "Title"),
                Text.of("发文机关", "Issuer"),
                Text.of("发文日期", "Issued"),
                Text.of("施行", "In force from"),
                Text.of("失效", "To"),
                Text.of("替代", "Supersedes"));
        rows.forEach(document -> table.row(
                document.id(),
                document.number(),
                document.title(),
                document.issuer(),
                document.issuedOn(),
                document.inForceFrom(),
                document.inForceTo(),
                document.supersedes()));
        return table;
    }
}
