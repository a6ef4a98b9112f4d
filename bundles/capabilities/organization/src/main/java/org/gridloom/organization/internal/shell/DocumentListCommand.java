package org.gridloom.organization.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.Document;
import org.gridloom.organization.DocumentFilter;
import org.gridloom.organization.Documents;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.rest.Page;

/** Lists the document register. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "document-list", description = "文件登记列表 / Lists the document register")
public class DocumentListCommand extends DocumentCommand {

    @Option(name = "--text", description = "文号、标题或发文机关的一部分 / Part of number, title or issuer")
    private String text;

    @Option(name = "--in-force-on", description = "该日施行的 / In force on the date")
    private String inForceOn;

    @Override
    protected void run() {
        DocumentFilter filter = new DocumentFilter(text, date("--in-force-on", inForceOn));
        Page<Document> found = documents().list(filter, pageQuery(Set.copyOf(Documents.SORTABLE)));
        print(documentTable(found.items()), found);
    }
}
