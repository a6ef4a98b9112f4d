package org.gridloom.organization.internal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.gridloom.organization.PostKind;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;

/**
 * What a term must fulfil.
 *
 * @param places finds what has the post
 */
public record PostRules(Words words, Places places) {

    /** Finds organisations and units by code. */
    public interface Places {

        /** Level of the unit, level or type of the organisation, that is there on the date; empty if none is. */
        Optional<String> sort(String holder, String code, LocalDate date);
    }

    public List<Violation> check(Term term) {
        List<Violation> found = new ArrayList<>();
        PostKind kind = words.postKinds().get(term.kind());
        if (kind == null) {
            found.add(Violation.of(
                    "kind",
                    OrganizationRules.oneOf(
                            words.postKinds().keySet().stream().sorted().toList())));
            return found;
        }
        checkPlace(kind, term, found);
        checkOutside("crossAppointment", term.crossAppointment(), term.from(), found);
        checkOutside("represents", term.represents(), term.from(), found);
        if (kind.representative() && term.represents() == null) {
            found.add(Violation.of(
                    "represents",
                    Text.of(
                            "“%s”须写明代表的单位",
                            "Must be given: %2$s represents an organisation",
                            kind.name().zh(),
                            kind.code())));
        }
        if (term.to() != null && !term.to().isAfter(term.from())) {
            found.add(Violation.of("validTo", Text.of("应晚于任职日期", "Must be after the first day")));
        }
        return found;
    }

    private void checkPlace(PostKind kind, Term term, List<Violation> found) {
        Optional<String> sort = places.sort(kind.holder(), term.at(), term.from());
        if (sort.isEmpty()) {
            found.add(Violation.of("at", missing(kind.holder(), term.at(), term.from())));
        } else if (!kind.places().isEmpty() && !kind.places().contains(sort.get())) {
            String allowed = String.join(", ", kind.places().stream().sorted().toList());
            found.add(Violation.of(
                    "at",
                    Text.of(
                            "职务 %1$s 只设在：%2$s；%3$s 属于 %4$s",
                            "The post %1$s occurs at: %2$s; %3$s is of %4$s",
                            kind.code(),
                            allowed,
                            term.at(),
                            sort.get())));
        }
    }

    private void checkOutside(String field, String code, LocalDate date, List<Violation> found) {
        if (code != null && places.sort(Family.OUTSIDE.code(), code, date).isEmpty()) {
            found.add(Violation.of(field, missing(Family.OUTSIDE.code(), code, date)));
        }
    }

    private static Text missing(String holder, String code, LocalDate date) {
        if (holder.equals("unit")) {
            return OrganizationRules.noUnit(code, date);
        }
        Text label = Family.of(holder).label();
        return Text.of("没有在 %2$s 有效的%3$s %1$s", "No %4$s %1$s is there on %2$s", code, date, label.zh(), label.en());
    }

    /** The term among the others that this one may not stand beside. */
    public Optional<Term> rival(Term term, Collection<Term> others) {
        boolean single = words.postKinds().get(term.kind()).single();
        return others.stream()
                .filter(other -> other.id() == null || !other.id().equals(term.id()))
                .filter(other -> other.isSamePost(term) && (single || other.isBy(term)) && other.overlaps(term))
                .findFirst();
    }

    /** Why the rival stands in the way; names nobody. */
    public static Text taken(Term rival) {
        return rival.to() == null
                ? Text.of(
                        "该职务自 %s 起已有人担任，请先卸任或办理交接",
                        "The post is held since %s: end that term or hand it over", rival.from())
                : Text.of("该职务 %s 至 %s 已有人担任", "The post is held from %s to before %s", rival.from(), rival.to());
    }
}
