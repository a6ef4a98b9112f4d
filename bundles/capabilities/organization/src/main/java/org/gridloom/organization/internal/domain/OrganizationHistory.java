package org.gridloom.organization.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/**
 * All that an organisation ever was: periods without gaps, the last one open until it closes. What was cannot be changed
 * any more; the last period can be amended by a change on its own first day.
 *
 * @param periods at least one, ascending
 */
public record OrganizationHistory(Family family, String code, List<Period> periods, long version) {

    public OrganizationHistory {
        periods = List.copyOf(periods);
    }

    public static OrganizationHistory founded(Family family, String code, Particulars what, LocalDate from) {
        return new OrganizationHistory(family, code, List.of(new Period(what, from, null)), 1);
    }

    public Optional<Period> on(LocalDate date) {
        return periods.stream().filter(period -> period.holdsOn(date)).findFirst();
    }

    public Period last() {
        return periods.get(periods.size() - 1);
    }

    public LocalDate foundedOn() {
        return periods.get(0).from();
    }

    public boolean isClosed() {
        return last().to() != null;
    }

    /** The same with other particulars from the day on. */
    public OrganizationHistory changed(Particulars what, LocalDate on) {
        requireOpen();
        if (on.isBefore(last().from())) {
            throw Problem.invalid(
                    "on", Text.of("不能早于上一次变更的日期 %s", "Must not be before the last change, on %s", last().from()));
        }
        if (what.equals(last().what())) {
            return this;
        }
        List<Period> next = new ArrayList<>(periods);
        next.remove(next.size() - 1);
        if (on.isAfter(last().from())) {
            next.add(new Period(last().what(), last().from(), on));
        }
        next.add(new Period(what, on, null));
        return new OrganizationHistory(family, code, next, version + 1);
    }

    /** The same, closed from the day on. */
    public OrganizationHistory closed(LocalDate on) {
        requireOpen();
        if (!on.isAfter(last().from())) {
            throw Problem.invalid(
                    "on", Text.of("应晚于上一次变更的日期 %s", "Must be after the last change, on %s", last().from()));
        }
        List<Period> next = new ArrayList<>(periods);
        next.set(next.size() - 1, new Period(last().what(), last().from(), on));
        return new OrganizationHistory(family, code, next, version + 1);
    }

    private void requireOpen() {
        if (isClosed()) {
            throw Problem.conflict(Text.of(
                    "%3$s %1$s 自 %2$s 起撤销，不能再变更",
                    "The %4$s %1$s closes on %2$s and cannot be changed any more",
                    code,
                    last().to(),
                    family.label().zh(),
                    family.label().en()));
        }
    }
}
