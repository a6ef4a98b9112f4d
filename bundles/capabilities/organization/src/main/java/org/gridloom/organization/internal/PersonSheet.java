package org.gridloom.organization.internal;

import java.util.List;
import java.util.Set;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.People;
import org.gridloom.organization.PersonFilter;
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

/** The list of people, their numbers masked as in the list. */
@Component(service = Sheet.class)
public final class PersonSheet implements Sheet {

    private final People people;

    @Activate
    public PersonSheet(@Reference People people) {
        this.people = people;
    }

    @Override
    public SheetDefinition definition() {
        return SheetDefinition.exported(
                "organization.people",
                Text.of("人员", "People"),
                PartyPermissions.PERSON_READ,
                Set.of("unit", "q", "account"),
                List.of(
                        SheetColumn.code("code", Text.of("人员编号", "Person")),
                        SheetColumn.text("name", Text.of("姓名", "Name")),
                        SheetColumn.text("sex", Text.of("性别", "Sex")),
                        SheetColumn.whole("birthYear", Text.of("出生年", "Year of birth")),
                        SheetColumn.text("politicalStatus", Text.of("政治面貌", "Political status")),
                        SheetColumn.code("unit", Text.of("所属单元编码", "Unit")),
                        SheetColumn.text("account", Text.of("账号", "Account")),
                        SheetColumn.text("phone", Text.of("联系电话", "Phone")),
                        SheetColumn.text("idNumber", Text.of("公民身份号码", "Identity number")),
                        SheetColumn.text("note", Text.of("备注", "Note"))));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        PersonFilter filter = new PersonFilter(query.text("unit"), query.text("q"), query.text("account"));
        SheetPages.each(
                query,
                People.SORTABLE,
                page -> people.list(filter, page),
                each -> out.row(
                        each.code(),
                        each.name(),
                        each.sex(),
                        each.birthYear(),
                        each.politicalStatus(),
                        each.unit(),
                        each.account(),
                        each.phone(),
                        each.idNumber(),
                        each.note()));
    }
}
