package org.gridloom.organization.internal.people;

import static org.gridloom.organization.PartyPermissions.PERSON_EDIT;
import static org.gridloom.organization.PartyPermissions.PERSON_READ;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.organization.People;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonDraft;
import org.gridloom.organization.PersonFilter;
import org.gridloom.organization.PersonSearch;
import org.gridloom.organization.PersonalDatum;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.store.KeptPerson;
import org.gridloom.organization.internal.store.PersonStore;
import org.gridloom.organization.internal.store.SealedPerson;
import org.gridloom.platform.privacy.PersonalKind;
import org.gridloom.platform.privacy.Vault;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
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

    private static final int MOST_FOUND = 100;
    private static final String FIELDS =
            Arrays.stream(PersonalDatum.values()).map(PersonalDatum::field).collect(Collectors.joining(", "));

    private final Desk desk;
    private final PersonVault vault;
    private final PersonRecords records;

    @Activate
    public DefaultPeople(@Reference Desk desk, @Reference PersonVault vault) {
        this.desk = desk;
        this.vault = vault;
        this.records = new PersonRecords(vault);
    }

    @Override
    public Page<Person> list(PersonFilter filter, PageQuery page) {
        UnitScope scope = desk.scope(PERSON_READ, filter.unit(), desk.today());
        return desk.transactions().read(tx -> {
            Page<KeptPerson> kept = new PersonStore(tx.em()).list(filter, scope, page);
            return new Page<>(vault.masked(kept.items()), kept.page(), kept.size(), kept.total(), kept.atLeast());
        });
    }

    @Override
    public Person get(String code) {
        desk.access().require(PERSON_READ);
        KeptPerson person = kept(code);
        desk.access().require(PERSON_READ, person.unit());
        return vault.masked(person);
    }

    @Override
    public Map<String, String> names(Collection<String> codes) {
        UnitScope readable = desk.access().scope(PERSON_READ);
        Map<String, String> names = new HashMap<>();
        desk.transactions()
                .read(tx -> new PersonStore(tx.em()).find(codes))
                .forEach((code, person) -> names.put(
                        code,
                        readable.contains(person.unit()) ? person.name() : PersonalKind.NAME.masked(person.name())));
        return names;
    }

    @Override
    public Map<String, String> accounts(Collection<String> codes) {
        UnitScope readable = desk.scope(PERSON_READ, null, desk.today());
        Map<String, String> accounts = new HashMap<>();
        desk.transactions().read(tx -> new PersonStore(tx.em()).find(codes)).forEach((code, person) -> {
            if (person.account() != null && readable.contains(person.unit())) {
                accounts.put(code, person.account());
            }
        });
        return accounts;
    }

    private KeptPerson kept(String code) {
        return desk.transactions()
                .read(tx -> new PersonStore(tx.em()).find(code))
                .orElseThrow(DefaultPeople::nobody);
    }

    private static Problem nobody() {
        return Problem.notFound(Text.of("没有这个编号的人员", "Nobody has this code"));
    }

    @Override
    public List<Person> search(PersonSearch search) {
        desk.valid(search);
        UnitScope scope = desk.scope(PERSON_READ, search.unit(), desk.today());
        String phone = vault.phoneIndex(search.phone());
        String idNumber = vault.idNumberIndex(search.idNumber());
        if (phone == null && idNumber == null) {
            throw Problem.invalid("phone", Text.of("电话和身份证号至少填一项", "Give a telephone or an identity number"));
        }
        return desk.transactions()
                .read(tx -> vault.masked(new PersonStore(tx.em()).having(phone, idNumber, scope, MOST_FOUND)));
    }

    @Override
    public String reveal(String code, PersonalDatum datum, String reason) {
        desk.access().require(Vault.REVEAL);
        if (datum == null) {
            throw Problem.invalid("field", Text.of("只能是:%s", "Must be one of: %s", FIELDS));
        }
        return vault.reveal(kept(code), datum, reason);
    }

    @Override
    public Person create(PersonDraft draft) {
        desk.valid(draft);
        desk.access().require(PERSON_EDIT, draft.unit());
        refuse(vault.faults(draft, Optional.empty()));
        return desk.transactions().call(tx -> {
            PersonStore store = new PersonStore(tx.em());
            if (draft.code() != null && store.find(draft.code()).isPresent()) {
                throw Problem.conflict(Text.of("编号 %s 已使用", "The code %s is in use", draft.code()));
            }
            check(store, draft, null);
            SealedPerson wanted = vault.wanted(draft, Optional.empty(), SealedPerson.NONE, Set.of());
            refuseDouble(store, wanted, null);
            KeptPerson person = store.insert(draft, code -> vault.kept(code, draft, wanted, SealedPerson.NONE));
            records.registered(tx, person);
            return vault.masked(person);
        });
    }

    @Override
    public Person change(String code, PersonDraft draft, long expectedVersion) {
        desk.valid(draft);
        desk.access().require(PERSON_EDIT);
        return desk.transactions().call(tx -> {
            vault.sealWhatIsInClear(tx, List.of(code));
            KeptPerson before = locked(tx, code, expectedVersion);
            if (draft.code() != null && !draft.code().equals(code)) {
                throw Problem.invalid("code", Text.of("不能改变,应为 %s", "Cannot be changed, must be %s", code));
            }
            desk.access().require(PERSON_EDIT, draft.unit());
            Person shown = vault.masked(before);
            refuseErased(shown);
            refuse(vault.faults(draft, Optional.of(shown)));
            PersonStore store = new PersonStore(tx.em());
            check(store, draft, before);
            SealedPerson had = before.sealed();
            SealedPerson wanted = vault.wanted(draft, Optional.of(shown), had, vault.same(Map.of(before, draft)));
            refuseDouble(store, wanted, code);
            KeptPerson after = store.update(code, draft, vault.kept(code, draft, wanted, had));
            records.changed(tx, before, after);
            return vault.masked(after);
        });
    }

    private static void refuse(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private static void refuseErased(Person shown) {
        if (shown.erased()) {
            throw new Problem(Problem.Kind.GONE, Text.of("此人的个人信息已删除", "This person's data were erased"));
        }
    }

    /** Who may see the other person is told who it is. */
    private void refuseDouble(PersonStore store, SealedPerson wanted, String code) {
        String owner = wanted.idNumberIndex() == null
                ? null
                : store.ofIdNumbers(List.of(wanted.idNumberIndex())).get(wanted.idNumberIndex());
        if (owner != null && !owner.equals(code)) {
            boolean isSeen = store.find(owner)
                    .filter(other -> desk.access().may(PERSON_READ, other.unit()))
                    .isPresent();
            throw Problem.conflict(
                    isSeen
                            ? Text.of("该身份证号已登记在人员 %s", "The identity number is that of %s", owner)
                            : Text.of("该身份证号已登记在其他单元", "The identity number is that of somebody in another unit"));
        }
    }

    private KeptPerson locked(Tx tx, String code, long expectedVersion) {
        KeptPerson person = new PersonStore(tx.em()).lock(code).orElseThrow(DefaultPeople::nobody);
        desk.access().require(PERSON_EDIT, person.unit());
        if (person.version() != expectedVersion) {
            throw Problem.changed(person.version());
        }
        return person;
    }

    private void check(PersonStore store, PersonDraft draft, KeptPerson before) {
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
