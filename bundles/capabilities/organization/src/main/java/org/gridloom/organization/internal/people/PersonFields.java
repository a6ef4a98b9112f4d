package org.gridloom.organization.internal.people;

import java.time.Period;
import java.util.List;
import org.gridloom.organization.PersonalDatum;
import org.gridloom.platform.privacy.LegalBasis;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.privacy.PersonalFields;
import org.gridloom.platform.privacy.PersonalKind;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** What is kept encrypted of people who hold posts. How long is an assumption, which a district can change by a rule. */
@Component
public final class PersonFields implements PersonalFields {

    static final PersonalField PHONE = new PersonalField(
            PersonalDatum.PHONE.code(),
            Text.of("联系电话", "Telephone number"),
            PersonalKind.PHONE,
            Text.of("工作联系与应急通知", "To reach the person for work and in emergencies"),
            LegalBasis.CONTRACT,
            Period.ofYears(1),
            false);
    static final PersonalField ID_NUMBER = new PersonalField(
            PersonalDatum.ID_NUMBER.code(),
            Text.of("身份证号", "Identity number"),
            PersonalKind.ID_NUMBER,
            Text.of("核对任职人员身份,避免重复登记", "To tell people who hold posts apart and register nobody twice"),
            LegalBasis.CONTRACT,
            Period.ofYears(1),
            false);

    @Override
    public List<PersonalField> fields() {
        return List.of(PHONE, ID_NUMBER);
    }
}
