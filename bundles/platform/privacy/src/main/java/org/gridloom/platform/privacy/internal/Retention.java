package org.gridloom.platform.privacy.internal;

import static org.gridloom.platform.privacy.internal.Permissions.REGISTER_READ;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.gridloom.platform.privacy.EndedMatter;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.privacy.PersonalRecords;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The register of fields, and what is kept past its time. */
@Component(service = Retention.class)
public final class Retention {

    private static final int MOST = 1000;

    private final Access access;
    private final Clock clock;
    private final FieldRegister fields;
    private final FieldPolicy policy;
    private final Subjects subjects;

    @Activate
    public Retention(
            @Reference Access access,
            @Reference Clock clock,
            @Reference FieldRegister fields,
            @Reference FieldPolicy policy,
            @Reference Subjects subjects) {
        this.access = access;
        this.clock = clock;
        this.fields = fields;
        this.policy = policy;
        this.subjects = subjects;
    }

    /**
     * A value that is kept past its time.
     *
     * @param endedOn when its matter ended
     * @param dueOn when it should have been erased
     */
    public record Overdue(String subject, String unit, String field, LocalDate endedOn, LocalDate dueOn) {}

    /** All fields that modules declare. */
    public List<FieldView> fields() {
        access.require(REGISTER_READ);
        return fields.all().stream().map(field -> FieldView.of(field, policy)).toList();
    }

    /**
     * What is past its time in the caller's units, what has been so for longest first. Of each field and each module a
     * thousand at most; where there are more, the part says that there are at least so many.
     */
    public Page<Overdue> overdue(PageQuery page) {
        access.require(REGISTER_READ);
        UnitScope scope = access.scope(REGISTER_READ);
        List<List<Overdue>> found = fields.all().stream()
                .flatMap(field -> subjects.records().stream().map(records -> overdue(field, records, scope)))
                .toList();
        boolean more = found.stream().anyMatch(some -> some.size() > MOST);
        List<Overdue> all = found.stream()
                .flatMap(some -> some.stream().limit(MOST))
                .sorted(Comparator.comparing(Overdue::dueOn)
                        .thenComparing(Overdue::subject)
                        .thenComparing(Overdue::field))
                .toList();
        List<Overdue> part = all.stream().skip(page.offset()).limit(page.size()).toList();
        return more ? Page.atLeast(part, page, all.size()) : Page.of(part, page, all.size());
    }

    /** One more than the most, if there are more. */
    private List<Overdue> overdue(PersonalField field, PersonalRecords records, UnitScope scope) {
        LocalDate before = LocalDate.now(clock).minus(policy.keptFor(field));
        return records.ended(field.code(), before, scope, MOST + 1).stream()
                .map(ended -> overdue(field, ended))
                .toList();
    }

    private Overdue overdue(PersonalField field, EndedMatter ended) {
        return new Overdue(
                ended.subject(),
                ended.unit(),
                field.code(),
                ended.endedOn(),
                ended.endedOn().plus(policy.keptFor(field)));
    }
}
