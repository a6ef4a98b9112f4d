package org.gridloom.organization.internal.people;

import static org.gridloom.organization.PartyPermissions.PARTY_READ;
import static org.gridloom.organization.PartyPermissions.PERSON_READ;
import static org.gridloom.organization.PartyPermissions.POST_APPOINT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gridloom.organization.Post;
import org.gridloom.organization.PostAppointment;
import org.gridloom.organization.PostEnding;
import org.gridloom.organization.PostFilter;
import org.gridloom.organization.PostHandover;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.Posts;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.domain.Term;
import org.gridloom.organization.internal.domain.Words;
import org.gridloom.organization.internal.store.KeptPerson;
import org.gridloom.organization.internal.store.Locks;
import org.gridloom.organization.internal.store.PersonStore;
import org.gridloom.organization.internal.store.PostQuery;
import org.gridloom.organization.internal.store.PostStore;
import org.gridloom.organization.internal.store.SeatedTerm;
import org.gridloom.organization.internal.store.VocabularyStore;
import org.gridloom.platform.privacy.PersonalKind;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Parts;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who holds which post. */
@Component
public final class DefaultPosts implements Posts {

    private final Desk desk;
    private final PostLedger ledger;

    @Activate
    public DefaultPosts(@Reference Desk desk, @Reference PostLedger ledger) {
        this.desk = desk;
        this.ledger = ledger;
    }

    @Override
    public Page<Post> list(PostFilter filter, PageQuery page) {
        LocalDate date = desk.day("asOf", filter.asOf());
        UnitScope scope = desk.scope(PARTY_READ, filter.unit(), date);
        UnitScope at = filter.at() == null ? null : desk.units().scope(filter.at(), date);
        return desk.transactions().read(tx -> {
            PostQuery query = (filter.history() ? PostQuery.ever() : PostQuery.heldOn(date))
                    .in(scope)
                    .at(filter.at(), at)
                    .kind(filter.kind())
                    .kinds(withDuty(tx, filter.duty()))
                    .person(filter.person());
            PostStore store = new PostStore(tx.em());
            return Page.of(store.page(query, page.sort(), page.offset(), page.size()), page, () -> store.count(query))
                    .map(this::view);
        });
    }

    private static Set<String> withDuty(Tx tx, String duty) {
        return duty == null ? null : new VocabularyStore(tx.em()).words().kindsWithDuty(duty);
    }

    @Override
    public Post get(long id) {
        desk.access().require(PARTY_READ);
        return desk.transactions().read(tx -> view(found(tx, id, PARTY_READ)));
    }

    @Override
    public List<Post> held(Collection<String> persons, LocalDate asOf) {
        LocalDate date = desk.day("asOf", asOf);
        UnitScope scope = desk.scope(PARTY_READ, null, date);
        return desk.transactions()
                .read(tx -> Parts.of(new TreeSet<>(persons)).stream()
                        .flatMap(some -> new PostStore(tx.em())
                                .all(PostQuery.heldOn(date).in(scope).persons(some)).stream())
                        .map(this::view)
                        .toList());
    }

    private SeatedTerm found(Tx tx, long id, String permission) {
        SeatedTerm found = new PostStore(tx.em())
                .find(id)
                .orElseThrow(() -> Problem.notFound(Text.of("没有这一任职", "There is no such term in a post")));
        desk.access().require(permission, ledger.unit(tx, found.term(), desk.today()));
        return found;
    }

    @Override
    public Post appoint(PostAppointment appointment) {
        desk.valid(appointment);
        LocalDate from = desk.day("validFrom", appointment.validFrom());
        desk.access().require(POST_APPOINT);
        return desk.transactions().call(tx -> {
            Term term = term(tx, appointment, from);
            lock(tx, term.place(), term.person());
            requireUnit(tx, term, from);
            requirePerson(tx, term.person());
            return seen(tx, ledger.enter(tx, term));
        });
    }

    private static Term term(Tx tx, PostAppointment appointment, LocalDate from) {
        Words words = new VocabularyStore(tx.em()).words();
        PostKind kind = words.postKinds().get(appointment.kind());
        if (kind == null) {
            throw Problem.invalid(
                    "kind",
                    Text.of(
                            "只能是:%s",
                            "Must be one of: %s",
                            String.join(
                                    ", ",
                                    words.postKinds().keySet().stream().sorted().toList())));
        }
        return new Term(
                null,
                appointment.person(),
                kind.code(),
                kind.holder(),
                appointment.at(),
                from,
                appointment.validTo(),
                appointment.crossAppointment(),
                appointment.represents(),
                null,
                appointment.note(),
                1);
    }

    private void requireUnit(Tx tx, Term term, LocalDate date) {
        desk.access().require(POST_APPOINT, ledger.unit(tx, term, date));
    }

    private KeptPerson requirePerson(Tx tx, String code) {
        KeptPerson person = new PersonStore(tx.em())
                .find(code)
                .orElseThrow(() -> Problem.invalid(
                        "person", Text.of("没有这个编号的人员,请先登记", "Nobody has this code: register the person first")));
        desk.access().require(PERSON_READ, person.unit());
        return person;
    }

    @Override
    public Post handOver(long id, PostHandover handover, long expectedVersion) {
        desk.valid(handover);
        LocalDate on = desk.day("on", handover.on());
        return desk.transactions().call(tx -> {
            Term former = locked(tx, id, expectedVersion, handover.person());
            requireHeldOn(former, on);
            requirePerson(tx, handover.person());
            if (former.person().equals(handover.person())) {
                throw Problem.invalid("person", Text.of("接任者应是另一人", "Must be somebody else"));
            }
            Term next = former.handedTo(handover.person(), on, handover.validTo(), handover.represents());
            return seen(tx, ledger.handOver(tx, former, next, handover.reason()));
        });
    }

    private static void requireHeldOn(Term term, LocalDate on) {
        if (!on.isAfter(term.from())) {
            throw Problem.invalid(
                    "on", Text.of("应晚于任职日期 %s", "Must be after the first day of the term, %s", term.from()));
        }
        if (term.to() != null && on.isAfter(term.to())) {
            throw Problem.conflict(Text.of("该任期已于 %s 届满", "The term ended on %s", term.to()));
        }
    }

    @Override
    public Post end(long id, PostEnding ending, long expectedVersion) {
        desk.valid(ending);
        LocalDate on = desk.day("on", ending.on());
        return desk.transactions().call(tx -> {
            Term term = locked(tx, id, expectedVersion, null);
            if (on.isBefore(term.from())) {
                throw Problem.invalid(
                        "on", Text.of("不能早于任职日期 %s", "Must not be before the first day, %s", term.from()));
            }
            if (!term.lastsBeyond(on)) {
                throw Problem.conflict(Text.of("该任期已于 %s 届满", "The term ended on %s", term.to()));
            }
            return seen(tx, ledger.end(tx, term, on, ending.reason()));
        });
    }

    /** The term, which nobody else can change meanwhile, nor the posts of those concerned. */
    private Term locked(Tx tx, long id, long expectedVersion, String successor) {
        desk.access().require(POST_APPOINT);
        Term unlocked = found(tx, id, POST_APPOINT).term();
        lock(tx, unlocked.place(), unlocked.person(), successor);
        Term term = found(tx, id, POST_APPOINT).term();
        if (term.version() != expectedVersion) {
            throw Problem.changed(term.version());
        }
        return term;
    }

    private static void lock(Tx tx, String place, String... people) {
        List<String> names = new ArrayList<>(List.of(place));
        for (String person : people) {
            if (person != null) {
                names.add("person:" + person);
            }
        }
        new Locks(tx.em()).take(names);
    }

    private Post seen(Tx tx, Term term) {
        return view(new PostStore(tx.em()).find(term.id()).orElseThrow());
    }

    private Post view(SeatedTerm seated) {
        Term term = seated.term();
        return new Post(
                term.id(),
                term.person(),
                name(seated),
                term.kind(),
                term.holder(),
                term.at(),
                seated.unit(),
                term.from(),
                term.to(),
                term.crossAppointment(),
                term.represents(),
                term.replaces(),
                term.note(),
                term.version());
    }

    private String name(SeatedTerm seated) {
        UnitScope clear = desk.access().scope(PERSON_READ);
        return clear.contains(seated.unit()) || clear.contains(seated.personUnit())
                ? seated.personName()
                : PersonalKind.NAME.masked(seated.personName());
    }
}
