package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.CERTIFY;
import static org.gridloom.training.TrainingPermissions.READ;

import java.util.List;
import java.util.Set;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.text.Text;
import org.gridloom.training.CertificateFilter;
import org.gridloom.training.Certificates;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of certificates; those that were issued before can be brought in. */
@Component(service = Sheet.class)
public final class CertificateSheet implements Sheet {

    private static final int MOST = 100_000;

    private final Desk desk;
    private final DefaultCertificates certificates;
    private final Attendees attendees;

    @Activate
    public CertificateSheet(
            @Reference Desk desk, @Reference DefaultCertificates certificates, @Reference Attendees attendees) {
        this.desk = desk;
        this.certificates = certificates;
        this.attendees = attendees;
    }

    @Override
    public SheetDefinition definition() {
        return new SheetDefinition(
                "training.certificates",
                Text.of("培训证书", "Certificates"),
                CERTIFY,
                READ,
                Set.of("unit", "programme", "person", "validOn", "before"),
                MOST,
                List.of(
                        SheetColumn.code("number", Text.of("证书编号", "Number")).needed(),
                        SheetColumn.code("programme", Text.of("培训项目编码", "Programme"))
                                .needed(),
                        SheetColumn.code("person", Text.of("人员编号", "Person")).needed(),
                        SheetColumn.text("name", Text.of("姓名", "Name")),
                        SheetColumn.code("unit", Text.of("所属单元编码", "Unit")),
                        SheetColumn.date("issuedOn", Text.of("颁发日期", "Issued on"))
                                .needed(),
                        SheetColumn.date("validTo", Text.of("有效期至", "Good until before")),
                        SheetColumn.date("revokedOn", Text.of("撤销日期", "Revoked on"))
                                .explained(Text.of("仅供导出", "In exports only"))));
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        CertificateImport work = new CertificateImport(desk, certificates, attendees);
        return new Importing<>(desk, CertificateSheet::read, "number", CertificateDraft::number, work::check, work::put)
                .load(rows, dryRun, progress);
    }

    private static CertificateDraft read(SheetRow row) {
        return new CertificateDraft(
                row.text("number"),
                row.text("programme"),
                row.text("person"),
                row.date("issuedOn"),
                row.date("validTo"));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        CertificateFilter filter = new CertificateFilter(
                query.text("unit"),
                query.text("programme"),
                query.text("person"),
                query.date("validOn"),
                query.date("before"));
        SheetPages.each(
                query,
                Certificates.SORTABLE,
                page -> certificates.list(filter, page),
                it -> out.row(
                        it.number(),
                        it.programme(),
                        it.person(),
                        it.personName(),
                        it.unit(),
                        it.issuedOn(),
                        it.validTo(),
                        it.revokedOn()));
    }
}
