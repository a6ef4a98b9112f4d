package org.gridloom.organization.internal.people;

import static org.gridloom.organization.PartyPermissions.PERSON_EDIT;
import static org.gridloom.organization.PartyPermissions.PERSON_READ;

import org.gridloom.organization.People;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonDraft;
import org.gridloom.organization.PersonFilter;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.store.PersonStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People who hold posts. */
@Component
public final class DefaultPeople implements People {

    private final Desk desk;

    @Activate
    public DefaultPeople(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public Page<Person> list(PersonFilter filter, PageQuery page) {
        UnitScope scope = desk.scope(PERSON_READ, filter.unit(), desk.today());
        return desk.transactions().read(tx -> new PersonStore(tx.em()).list(filter, scope, page));
    }

    @Override
    public Person get(String code) {
        desk.access().require(PERSON_READ);
        Person person = desk.transactions()
                .read(tx -> new PersonStore(tx.em()).find(code))
                .orElseThrow(DefaultPeople::nobody);
        desk.access().require(PERSON_READ, person.unit());
        return person;
    }

    private static Problem nobody() {
        return Problem.notFound(Text.of("没有这个编号的人员", "Nobody has this code"));
    }

    @Override
    public Person create(PersonDraft draft) {
        desk.valid(draft);
        desk.access().require(PERSON_EDIT, draft.unit());
        return desk.transactions().call(tx -> {
            PersonStore store = new PersonStore(tx.em());
            if (draft.code() != null && store.find(draft.code()).isPresent()) {
                throw Problem.conflict(Text.of("编号 %s 已使用", "The code %s is in use", draft.code()));
            }
            check(store, draft, null);
            Person person = store.insert(draft);
            PersonRecords.registered(tx, person);
            return person;
        });
    }

    @Override
    public Person change(String code, PersonDraft draft, long expectedVersion) {
        desk.valid(draft);
        desk.access().require(PERSON_EDIT);
        return desk.transactions().call(tx -> {
            Person before = locked(tx, code, expectedVersion);
            if (draft.code() != null && !draft.code().equals(code)) {
                throw Problem.invalid("code", Text.of("不能改变,应为 %s", "Cannot be changed, must be %s", code));
            }
            desk.access().require(PERSON_EDIT, draft.unit());
            PersonStore store = new PersonStore(tx.em());
            check(store, draft, before);
            Person after = store.update(code, draft);
            PersonRecords.changed(tx, before, after);
            return after;
        });
    }

    private Person locked(Tx tx, String code, long expectedVersion) {
        Person person = new PersonStore(tx.em()).lock(code).orElseThrow(DefaultPeople::nobody);
        desk.access().require(PERSON_EDIT, person.unit());
        if (person.version() != expectedVersion) {
            throw Problem.changed(person.version());
        }
        return person;
    }

    private void check(PersonStore store, PersonDraft draft, Person before) {
        boolean moved = before == null || !before.unit().equals(draft.unit());
        if (moved && !desk.isUnit(draft.unit(), desk.today())) {
            throw Problem.invalid("unit", Text.of("没有编码为 %s 的单元", "No unit bears the code %s today", draft.unit()));
        }
        if (draft.account() != null) {
            store.ofAccount(draft.account())
                    .filter(owner -> before == null || !owner.equals(before.code()))
                    .ifPresent(owner -> {
                        throw Problem.invalid("account", Text.of("该账号已属于另一人", "The account is somebody else's"));
                    });
        }
    }
}
