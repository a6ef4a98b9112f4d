package org.gridloom.organization.internal.people;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.PostRules;
import org.gridloom.organization.internal.domain.Term;
import org.gridloom.organization.internal.register.OrganizationRegister;
import org.gridloom.organization.internal.store.KeptPerson;
import org.gridloom.organization.internal.store.OrganizationStore;
import org.gridloom.organization.internal.store.PersonStore;
import org.gridloom.organization.internal.store.PostStore;
import org.gridloom.organization.internal.store.VocabularyStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Enters terms and ends them, inside a transaction that has locked their places. */
@Component(service = PostLedger.class)
public final class PostLedger {

    private final Desk desk;

    @Activate
    public PostLedger(@Reference Desk desk) {
        this.desk = desk;
    }

    Term enter(Tx tx, Term term) {
        check(tx, term);
        Term entered = new PostStore(tx.em()).insert(term);
        PostRecords.takenUp(tx, entered, unit(tx, entered, entered.from()));
        return entered;
    }

    private void check(Tx tx, Term term) {
        PostRules rules = new PostRules(new VocabularyStore(tx.em()).words(), new StoredPlaces(desk, tx));
        List<Violation> violations = rules.check(term);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        rules.rival(term, new PostStore(tx.em()).at(term.holder(), List.of(term.at())))
                .ifPresent(rival -> {
                    throw Problem.conflict(PostRules.taken(rival));
                });
    }

    Term handOver(Tx tx, Term former, Term next, String reason) {
        PostStore store = new PostStore(tx.em());
        Term ended = former.endingOn(next.from());
        store.update(ended);
        check(tx, next);
        Term entered = store.insert(next);
        Map<String, String> accounts = new HashMap<>();
        new PersonStore(tx.em())
                .find(List.of(former.person(), next.person()))
                .forEach((code, person) -> accounts.put(code, person.account()));
        PostRecords.handedOver(tx, ended, entered, unit(tx, entered, entered.from()), accounts, reason);
        reportLeft(tx, Map.of(former.person(), next.from()));
        return entered;
    }

    Term end(Tx tx, Term term, LocalDate on, String reason) {
        Term ended = term.endingOn(on);
        new PostStore(tx.em()).update(ended);
        PostRecords.ended(tx, ended, unit(tx, ended, on), reason);
        reportLeft(tx, Map.of(ended.person(), on));
        return ended;
    }

    /** Ends all posts of an organisation that closes. */
    public void endAll(Tx tx, String holder, String code, LocalDate on, String reason) {
        new PostStore(tx.em())
                .at(holder, List.of(code)).stream()
                        .filter(term -> term.lastsBeyond(on))
                        .forEach(term -> end(tx, term, on, reason));
    }

    /**
     * Says of whom nothing keeps here any more.
     *
     * @param ends people of whom a post ended, with the last day on which one did
     */
    public static void reportLeft(Tx tx, Map<String, LocalDate> ends) {
        Set<String> gone = new PostStore(tx.em()).withoutPost(ends);
        Map<String, KeptPerson> people = new PersonStore(tx.em()).find(gone);
        gone.forEach(code -> PostRecords.left(tx, people.get(code), ends.get(code)));
    }

    /** Code of the unit that the post counts for on the date. */
    String unit(Tx tx, Term term, LocalDate date) {
        return unit(tx, term.holder(), term.at(), date).orElse(term.at());
    }

    /** Empty where there is no such organisation. */
    Optional<String> unit(Tx tx, String holder, String at, LocalDate date) {
        return Objects.equals(holder, "unit")
                ? Optional.of(at)
                : new OrganizationStore(tx)
                        .find(Family.of(holder), at)
                        .map(history -> OrganizationRegister.seat(history, date));
    }
}
