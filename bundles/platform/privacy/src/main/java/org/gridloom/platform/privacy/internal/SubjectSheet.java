package org.gridloom.platform.privacy.internal;

import java.util.List;
import java.util.Set;
import org.gridloom.platform.problem.Problem;
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

/** People of a kind, names masked as in the list. */
@Component(service = Sheet.class)
public final class SubjectSheet implements Sheet {

    private final Subjects subjects;

    @Activate
    public SubjectSheet(@Reference Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public SheetDefinition definition() {
        return SheetDefinition.exported(
                "privacy.subjects",
                Text.of("个人信息主体", "People"),
                Permissions.REGISTER_READ,
                Set.of("kind"),
                List.of(
                        SheetColumn.code("id", Text.of("编号", "Number")),
                        SheetColumn.code("unit", Text.of("单元编码", "Unit")),
                        SheetColumn.text("name", Text.of("姓名", "Name"))));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        if (query.text("kind") == null) {
            throw Problem.invalid("kind", Text.of("须指明人员类别", "Say which kind of people"));
        }
        SheetPages.each(
                query,
                Set.of(),
                page -> subjects.list(query.text("kind"), page),
                each -> out.row(each.id(), each.unit(), each.name()));
    }
}
