package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.Document;
import org.gridloom.organization.DocumentFilter;
import org.gridloom.organization.Documents;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.rest.PageQuery;

/** Numbers of documents in the register. */
@Service
public final class DocumentCompleter extends ValueCompleter {

    @Reference
    private Documents documents;

    @Override
    protected List<String> values(String prefix) {
        return documents.list(new DocumentFilter(prefix, null), new PageQuery(0, 100, List.of())).items().stream()
                .map(Document::number)
                .toList();
    }
}
