package org.gridloom.organization.internal.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.OrganizationHistory;
import org.gridloom.organization.internal.domain.OrganizationRules;
import org.gridloom.organization.internal.domain.Particulars;
import org.gridloom.organization.internal.domain.Period;
import org.gridloom.organization.internal.domain.Term;
import org.gridloom.organization.internal.store.Locks;
import org.gridloom.organization.internal.store.OrganizationQuery;
import org.gridloom.organization.internal.store.OrganizationStore;
import org.gridloom.organization.internal.store.Standing;
import org.gridloom.organization.internal.store.VocabularyStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;

/** Founds, changes and closes the organisations of one family, and finds them as they were on a date. */
public final class OrganizationRegister {

    private final Desk desk;
    private final Family family;
    private final String readPermission;
    private final String editPermission;

    public OrganizationRegister(Desk desk, Family family, String readPermission, String editPermission) {
        this.desk = desk;
        this.family = family;
        this.readPermission = readPermission;
        this.editPermission = editPermission;
    }

    public Page<Standing> page(OrganizationQuery query, PageQuery page) {
        return desk.transactions().read(tx -> {
            OrganizationStore store = new OrganizationStore(tx);
            return Page.of(store.page(query, page.sort(), page.offset(), page.size()), page, () -> store.count(query));
        });
    }

    public Standing get(String code, LocalDate asOf) {
        LocalDate date = desk.day("asOf", asOf);
        return desk.transactions().read(tx -> {
            OrganizationHistory history = readable(tx, code);
            return history.on(date)
                    .map(period -> new Standing(code, period, history.version()))
                    .orElseThrow(() -> Problem.notFound(Text.of(
                            "%3$s %1$s 在 %2$s 不存在",
                            "The %4$s %1$s was not there on %2$s",
                            code,
                            date,
                            family.label().zh(),
                            family.label().en())));
        });
    }

    public List<Standing> history(String code) {
        return desk.transactions().read(tx -> {
            OrganizationHistory history = readable(tx, code);
            return history.periods().stream()
                    .map(period -> new Standing(code, period, history.version()))
                    .toList();
        });
    }

    /** The organisation, which the caller may read where it is or last was. */
    public OrganizationHistory readable(Tx tx, String code) {
        desk.access().require(readPermission);
        OrganizationHistory history = find(tx, code);
        desk.access().require(readPermission, seat(history, desk.today()));
        return history;
    }

    private OrganizationHistory find(Tx tx, String code) {
        return new OrganizationStore(tx)
                .find(family, code)
                .orElseThrow(() -> Problem.notFound(Text.of(
                        "没有这个编码的%s",
                        "There is no %2$s with this code",
                        family.label().zh(),
                        family.label().en())));
    }

    public Standing found(String code, Particulars what, LocalDate validFrom) {
        LocalDate from = desk.day("validFrom", validFrom);
        desk.access().require(editPermission);
        return desk.transactions().call(tx -> {
            lock(tx, code, what.parent());
            requireEdit(tx, null, what, from);
            OrganizationStore store = new OrganizationStore(tx);
            if (store.find(family, code).isPresent()) {
                throw Problem.conflict(
                        Text.of("编码 %s 已使用,不能重复", "The code %s is in use and is never used again", code));
            }
            check(tx, what, from);
            OrganizationHistory history = OrganizationHistory.founded(family, code, what, from);
            store.insert(history);
            Records.founded(tx, history);
            return standing(history);
        });
    }

    public Standing change(
            String code, UnaryOperator<Particulars> change, LocalDate day, String reason, long expectedVersion) {
        LocalDate on = desk.day("on", day);
        return desk.transactions().call(tx -> {
            OrganizationHistory before = locked(tx, code, expectedVersion);
            Particulars what = change.apply(before.last().what());
            OrganizationHistory after = before.changed(what, on);
            if (after.version() == before.version()) {
                return standing(before);
            }
            requireEdit(tx, before.last().what(), what, on);
            check(tx, what, on);
            new OrganizationStore(tx).update(after);
            Records.changed(tx, before, after, reason);
            return standing(after);
        });
    }

    /** @param aftermath what else ends with it, in the same transaction */
    public Standing close(String code, LocalDate day, String reason, long expectedVersion, Aftermath aftermath) {
        LocalDate on = desk.day("on", day);
        return desk.transactions().call(tx -> {
            OrganizationHistory before = locked(tx, code, expectedVersion);
            OrganizationHistory after = before.closed(on);
            requireNothingBelow(tx, code, on);
            new OrganizationStore(tx).update(after);
            Records.closed(tx, after, reason);
            aftermath.of(tx, code, on, reason);
            return standing(after);
        });
    }

    /** What ends with an organisation. */
    @FunctionalInterface
    public interface Aftermath {

        void of(Tx tx, String code, LocalDate on, String reason);
    }

    private OrganizationHistory locked(Tx tx, String code, long expectedVersion) {
        desk.access().require(editPermission);
        lock(tx, code, null);
        OrganizationHistory history = find(tx, code);
        desk.access().require(editPermission, history.last().what().seat());
        if (history.version() != expectedVersion) {
            throw Problem.changed(history.version());
        }
        return history;
    }

    private void lock(Tx tx, String code, String parent) {
        List<String> places = new ArrayList<>(List.of(Term.place(family.code(), code)));
        if (parent != null) {
            places.add(Term.place(family.code(), parent));
        }
        new Locks(tx.em()).take(places);
    }

    /** At the seat, at what is newly covered, and above where it is newly attached. */
    private void requireEdit(Tx tx, Particulars before, Particulars what, LocalDate on) {
        desk.access().require(editPermission, what.seat());
        what.covers().stream()
                .filter(unit -> before == null || !before.covers().contains(unit))
                .forEach(unit -> desk.access().require(editPermission, unit));
        if (what.parent() != null && (before == null || !what.parent().equals(before.parent()))) {
            new OrganizationStore(tx)
                    .find(family, what.parent())
                    .ifPresent(parent -> desk.access().require(editPermission, seat(parent, on)));
        }
    }

    private void requireNothingBelow(Tx tx, String code, LocalDate on) {
        if (family != Family.PARTY) {
            return;
        }
        List<String> below = new OrganizationStore(tx)
                .page(OrganizationQuery.lasting(family, on).below(List.of(code)), List.of(), 0, 5).stream()
                        .map(Standing::code)
                        .distinct()
                        .toList();
        if (!below.isEmpty()) {
            throw Problem.conflict(Text.of(
                    "尚有下级党组织(%s),请先撤销或改隶",
                    "Organisations are below it (%s): close or move them first", String.join(", ", below)));
        }
    }

    private void check(Tx tx, Particulars what, LocalDate from) {
        OrganizationStore store = new OrganizationStore(tx);
        OrganizationRules rules = new OrganizationRules(
                new VocabularyStore(tx.em()).words(),
                desk::isUnit,
                (parent, date) -> store.find(Family.PARTY, parent).flatMap(history -> lastingLevel(history, date)));
        List<Violation> violations = rules.check(family, what, from);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /** Level of the organisation if it is there on the date and has no end set. */
    public static Optional<String> lastingLevel(OrganizationHistory history, LocalDate date) {
        return history.isClosed() || history.foundedOn().isAfter(date)
                ? Optional.empty()
                : Optional.of(history.last().what().level());
    }

    /** Where it is seated on the date, or was last, or will be first. */
    public static String seat(OrganizationHistory history, LocalDate date) {
        return nearest(history, date).what().seat();
    }

    /** As it was on the date, or last, or will be first. */
    static Period nearest(OrganizationHistory history, LocalDate date) {
        return history.on(date)
                .orElse(date.isBefore(history.foundedOn()) ? history.periods().get(0) : history.last());
    }

    private static Standing standing(OrganizationHistory history) {
        return new Standing(history.code(), history.last(), history.version());
    }
}
