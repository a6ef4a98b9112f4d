package org.gridloom.training.internal;

import java.util.List;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetColumn.Kind;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Programme;
import org.gridloom.training.ProgrammeDraft;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of programmes. */
@Component(service = Sheet.class)
public final class ProgrammeSheet extends CatalogueSheet<Programme, ProgrammeDraft> {

    @Activate
    public ProgrammeSheet(@Reference DefaultProgrammes programmes) {
        super(
                programmes,
                "training.programmes",
                Text.of("培训项目", "Programmes of training"),
                List.of(
                        SheetColumn.text("description", Text.of("说明", "Description")),
                        SheetColumn.whole("requiredSessions", Text.of("应参训期数", "Sessions required"))
                                .needed()
                                .as("3"),
                        SheetColumn.of(Kind.DECIMAL, "passScore", Text.of("合格分数", "Pass score")),
                        SheetColumn.whole("certificateMonths", Text.of("证书有效月数", "Certificate good for months"))));
    }

    @Override
    ProgrammeDraft draft(SheetRow row) {
        return new ProgrammeDraft(
                row.text("code"),
                row.text("name"),
                row.text("unit"),
                row.text("description"),
                row.whole("requiredSessions"),
                row.decimal("passScore"),
                row.whole("certificateMonths"),
                row.text("note"));
    }

    @Override
    void write(Programme it, SheetOutput out) {
        out.row(
                it.code(),
                it.name(),
                it.unit(),
                it.description(),
                it.requiredSessions(),
                it.passScore(),
                it.certificateMonths(),
                it.note());
    }
}
