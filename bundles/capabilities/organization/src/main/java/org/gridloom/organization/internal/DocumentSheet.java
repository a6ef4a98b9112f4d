package org.gridloom.organization.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridloom.organization.DocumentFilter;
import org.gridloom.organization.Documents;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The register of documents. */
@Component(service = Sheet.class)
public final class DocumentSheet implements Sheet {

    private static final int MOST = 10_000;

    private final DefaultDocuments documents;
    private final Desk desk;

    @Activate
    public DocumentSheet(@Reference DefaultDocuments documents, @Reference Desk desk) {
        this.documents = documents;
        this.desk = desk;
    }

    @Override
    public SheetDefinition definition() {
        return new SheetDefinition(
                "organization.documents",
                Text.of("文件登记", "Documents"),
                TerritoryPermissions.DOCUMENT_EDIT,
                TerritoryPermissions.DOCUMENT_READ,
                Set.of("q", "inForceOn"),
                MOST,
                List.of(
                        SheetColumn.text("number", Text.of("文号", "Number"))
                                .needed()
                                .upTo(100)
                                .aka("发文字号", "发文文号")
                                .as("和委办发〔2026〕3号"),
                        SheetColumn.text("title", Text.of("标题", "Title"))
                                .needed()
                                .upTo(200)
                                .aka("文件名称", "文件标题")
                                .as("关于加强党建引领网格治理的实施意见"),
                        SheetColumn.text("issuer", Text.of("发文机关", "Issuer"))
                                .needed()
                                .upTo(100)
                                .aka("发文单位", "印发机关")
                                .as("中共和平区委办公室"),
                        SheetColumn.date("issuedOn", Text.of("发文日期", "Issued"))
                                .needed()
                                .aka("印发日期", "成文日期")
                                .as("2026-01-10"),
                        SheetColumn.date("inForceFrom", Text.of("生效日期", "In force from"))
                                .needed()
                                .aka("施行日期", "实施日期")
                                .as("2026-02-01"),
                        SheetColumn.date("inForceTo", Text.of("失效日期", "In force to"))
                                .aka("废止日期"),
                        SheetColumn.text("supersedes", Text.of("替代文号", "Supersedes"))
                                .upTo(100)
                                .explained(Text.of("已登记或本表中的文号", "A number in the register or in this list")),
                        SheetColumn.text("note", Text.of("备注", "Note")).upTo(500)));
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        return new DocumentImport(documents, desk).load(rows, dryRun, progress);
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        DocumentFilter filter = new DocumentFilter(query.text("q"), query.date("inForceOn"));
        Map<Long, String> superseded = documents.superseded();
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
                        each.supersedes() == null ? null : superseded.get(each.supersedes()),
                        each.note()));
    }
}
