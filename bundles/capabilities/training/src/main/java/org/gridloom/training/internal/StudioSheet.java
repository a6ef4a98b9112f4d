package org.gridloom.training.internal;

import java.util.List;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetColumn.Choice;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Studio;
import org.gridloom.training.StudioDraft;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The list of studios. */
@Component(service = Sheet.class)
public final class StudioSheet extends CatalogueSheet<Studio, StudioDraft> {

    @Activate
    public StudioSheet(@Reference DefaultStudios studios) {
        super(
                studios,
                "training.studios",
                Text.of("书记工作室和工作站", "Studios and stations"),
                List.of(
                        SheetColumn.choice(
                                        "kind",
                                        Text.of("类别", "Kind"),
                                        List.of(
                                                new Choice("studio", Text.of("工作室", "studio")),
                                                new Choice("station", Text.of("工作站", "station"))))
                                .needed(),
                        SheetColumn.code("parent", Text.of("所属工作室", "Studio")),
                        SheetColumn.code("host", Text.of("主持人编号", "Host"))));
    }

    @Override
    StudioDraft draft(SheetRow row) {
        return new StudioDraft(
                row.text("code"),
                row.text("name"),
                row.text("kind"),
                row.text("parent"),
                row.text("unit"),
                row.text("host"),
                row.text("note"));
    }

    @Override
    void write(Studio it, SheetOutput out) {
        out.row(it.code(), it.name(), it.unit(), it.kind(), it.parent(), it.host(), it.note());
    }
}
