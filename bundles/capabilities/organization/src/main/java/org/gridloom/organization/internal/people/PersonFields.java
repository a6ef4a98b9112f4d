package org.gridloom.organization.internal.people;

import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gridloom.organization.PersonalDatum;
import org.gridloom.platform.privacy.LegalBasis;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.privacy.PersonalFields;
import org.gridloom.platform.privacy.PersonalKind;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** What is kept of people who hold posts. How long is an assumption, which a district can change by a rule. */
@Component
public final class PersonFields implements PersonalFields {

    private static final Period KEPT = Period.ofYears(1);

    /** In clear: lists are searched and sorted by it. */
    static final PersonalField NAME =
            inClear("name", Text.of("姓名", "Name"), PersonalKind.NAME, Text.of("识别任职人员", "To tell who holds a post"));

    static final PersonalField ACCOUNT = inClear(
            "account",
            Text.of("账号", "Account"),
            PersonalKind.OTHER,
            Text.of("离任时停用账号,移交待办", "To close the account, and move its work, when the person leaves"));
    static final PersonalField POSTS = inClear(
            "posts", Text.of("任职", "Posts"), PersonalKind.OTHER, Text.of("登记任职经历", "To know who is and was in charge"));

    private static final Map<PersonalDatum, PersonalField> ENCRYPTED = new EnumMap<>(Map.of(
            PersonalDatum.PHONE,
            encrypted(
                    PersonalDatum.PHONE,
                    Text.of("联系电话", "Telephone number"),
                    PersonalKind.PHONE,
                    Text.of("工作联系与应急通知", "To reach the person for work and in emergencies")),
            PersonalDatum.ID_NUMBER,
            encrypted(
                    PersonalDatum.ID_NUMBER,
                    Text.of("身份证号", "Identity number"),
                    PersonalKind.ID_NUMBER,
                    Text.of("核对任职人员身份,避免重复登记", "To tell people who hold posts apart and register nobody twice")),
            PersonalDatum.POLITICAL_STATUS,
            encrypted(
                    PersonalDatum.POLITICAL_STATUS,
                    Text.of("政治面貌", "Political status"),
                    PersonalKind.TEXT,
                    Text.of("核对党内职务的任职条件", "To see who may hold a post in the party")),
            PersonalDatum.NOTE,
            encrypted(
                    PersonalDatum.NOTE,
                    Text.of("备注", "Remark"),
                    PersonalKind.TEXT,
                    Text.of("记录与任职有关的情况", "To note what concerns the person's posts")),
            PersonalDatum.SEX,
            encrypted(
                    PersonalDatum.SEX,
                    Text.of("性别", "Sex"),
                    PersonalKind.SHOWN,
                    Text.of("区分同名人员", "To tell people of one name apart")),
            PersonalDatum.BIRTH_YEAR,
            encrypted(
                    PersonalDatum.BIRTH_YEAR,
                    Text.of("出生年", "Year of birth"),
                    PersonalKind.SHOWN,
                    Text.of("区分同名人员", "To tell people of one name apart"))));

    private static PersonalField inClear(String field, Text name, PersonalKind kind, Text purpose) {
        return PersonalField.inClear("organization.person." + field, name, kind, purpose, LegalBasis.CONTRACT, KEPT);
    }

    private static PersonalField encrypted(PersonalDatum datum, Text name, PersonalKind kind, Text purpose) {
        return new PersonalField(datum.code(), name, kind, purpose, LegalBasis.CONTRACT, KEPT, false);
    }

    static PersonalField of(PersonalDatum datum) {
        return ENCRYPTED.get(datum);
    }

    @Override
    public List<PersonalField> fields() {
        return Stream.concat(Stream.of(NAME, ACCOUNT, POSTS), ENCRYPTED.values().stream())
                .toList();
    }
}
