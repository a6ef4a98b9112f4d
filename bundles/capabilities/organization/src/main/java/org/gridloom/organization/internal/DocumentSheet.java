package org.gridloom.organization.internal;

import java.util.List;
import java.util.Set;
import org.gridloom.organization.DocumentFilter;
import org.gridloom.organization.Documents;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The register of documents. */
@Component(service = Sheet.class)
public final class DocumentSheet implements Sheet {

    private final Documents documents;

    @Activate
    public DocumentSheet(@Reference Documents documents) {
        this.documents = documents;
    }

    @Override
    public SheetDefinition definition() {
        return SheetDefinition.exported(
                "organization.documents",
                Text.of("文件登记", "Documents"),
                TerritoryPermissions.DOCUMENT_READ,
                Set.of("q", "inForceOn"),
                List.of(
                        SheetColumn.text("number", Text.of("文号", "Number")),
                        SheetColumn.text("title", Text.of("标题", "Title")),
                        SheetColumn.text("issuer", Text.of("发文机关", "Issuer")),
                        SheetColumn.date("issuedOn", Text.of("发文日期", "Issued")),
                        SheetColumn.date("inForceFrom", Text.of("生效日期", "In force from")),
                        SheetColumn.date("inForceTo", Text.of("失效日期", "In force to")),
                        SheetColumn.text("note", Text.of("备注", "Note"))));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        DocumentFilter filter = new DocumentFilter(query.text("q"), query.date("inForceOn"));
        SheetPages.each(
                query,
                Documents.SORTABLE,
                page -> documents.list(filter, page),
                each -> out.row(
                        each.number(),
                        each.title(),
                        each.issuer(),
                        each.issuedOn(),
                        each.inForceFrom(),
                        each.inForceTo(),
                        each.note()));
    }
}
