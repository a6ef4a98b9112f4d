package org.gridloom.organization.internal.store;

import java.time.LocalDate;
import java.util.Collection;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.unit.UnitScope;

/** Which terms are wanted. Built step by step; each call narrows it, null does not. */
public final class PostQuery {

    private final Conditions conditions = new Conditions();
    private final String seatDate;

    private PostQuery(String seatDate) {
        this.seatDate = seatDate;
    }

    /** Held on the date; organisations count where they were seated then. */
    public static PostQuery heldOn(LocalDate date) {
        PostQuery query = new PostQuery(":date");
        query.conditions.with("date", date).and("p.validFrom <= :date and p.validTo > :date");
        return query;
    }

    /** Of all times; organisations count where they were seated when the term began. */
    public static PostQuery ever() {
        return new PostQuery("p.validFrom");
    }

    public PostQuery in(UnitScope scope) {
        if (scope != null && !scope.equals(UnitScope.everywhere())) {
            conditions.and("((p.holder = 'unit' and " + conditions.ranges("p.at", scope) + ") or "
                    + conditions.ranges("s.seat", scope) + ")");
        }
        return this;
    }

    /** @param scope of the code if a unit bears it, whose former codes count as well; may be null */
    public PostQuery at(String code, UnitScope scope) {
        if (code == null || scope == null || scope.isEmpty()) {
            conditions.is("p.at", code);
            return this;
        }
        conditions
                .with("at", code)
                .with("length", code.length())
                .and("(p.at = :at or (p.holder = 'unit' and length(p.at) = :length and "
                        + conditions.ranges("p.at", scope) + "))");
        return this;
    }

    public PostQuery id(Long id) {
        conditions.is("p.id", id);
        return this;
    }

    public PostQuery kind(String kind) {
        conditions.is("p.kind", kind);
        return this;
    }

    public PostQuery kinds(Collection<String> kinds) {
        conditions.isOneOf("p.kind", kinds);
        return this;
    }

    public PostQuery person(String code) {
        conditions.is("q.code", code);
        return this;
    }

    public PostQuery persons(Collection<String> codes) {
        conditions.isOneOf("q.code", codes);
        return this;
    }

    public PostQuery holder(Family family) {
        conditions.is("p.holder", family.code());
        return this;
    }

    Conditions conditions() {
        return conditions;
    }

    String from() {
        return " from PostEntity p join p.person q left join OrgStateEntity s on s.family = p.holder and s.code = p.at"
                + " and s.validFrom <= " + seatDate + " and s.validTo > " + seatDate + conditions;
    }
}
