package org.gridloom.training.internal;

import java.util.List;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Trainer;
import org.gridloom.training.TrainerDraft;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of trainers. */
@Component(service = Sheet.class)
public final class TrainerSheet extends CatalogueSheet<Trainer, TrainerDraft> {

    @Activate
    public TrainerSheet(@Reference DefaultTrainers trainers) {
        super(
                trainers,
                "training.trainers",
                Text.of("师资", "Trainers"),
                List.of(
                        SheetColumn.text("affiliation", Text.of("单位", "Affiliation"))
                                .upTo(100),
                        SheetColumn.text("expertise", Text.of("专长", "Expertise"))
                                .upTo(200),
                        SheetColumn.code("person", Text.of("人员编号", "Person"))));
    }

    @Override
    TrainerDraft draft(SheetRow row) {
        return new TrainerDraft(
                row.text("code"),
                row.text("name"),
                row.text("unit"),
                row.text("affiliation"),
                row.text("expertise"),
                row.text("person"),
                row.text("note"));
    }

    @Override
    void write(Trainer it, SheetOutput out) {
        out.row(it.code(), it.name(), it.unit(), it.affiliation(), it.expertise(), it.person(), it.note());
    }
}
