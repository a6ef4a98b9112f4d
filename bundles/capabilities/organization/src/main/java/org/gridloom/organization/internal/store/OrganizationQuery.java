package org.gridloom.organization.internal.store;

import java.time.LocalDate;
import java.util.Collection;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.platform.tx.Conditions;
import org.gridloom.platform.unit.UnitScope;

/** Which organisations of a family are wanted. Built step by step; each call narrows it, null does not. */
public final class OrganizationQuery {

    private final Conditions conditions = new Conditions();

    public static OrganizationQuery of(Family family, LocalDate asOf) {
        OrganizationQuery query = new OrganizationQuery();
        query.conditions.is("s.family", family.code()).validOn("s", asOf);
        return query;
    }

    /** All periods of those that are there on the day or will be. */
    public static OrganizationQuery lasting(Family family, LocalDate day) {
        OrganizationQuery query = new OrganizationQuery();
        query.conditions.is("s.family", family.code()).with("day", day).and("s.validTo > :day");
        return query;
    }

    public OrganizationQuery seatedIn(UnitScope scope) {
        conditions.within("s.seat", scope);
        return this;
    }

    public OrganizationQuery seatedAt(Collection<String> units) {
        conditions.isOneOf("s.seat", units);
        return this;
    }

    public OrganizationQuery covering(UnitScope scope) {
        if (scope != null) {
            conditions.and("exists (select c.id from OrgCoverEntity c where c.state = s and "
                    + conditions.ranges("c.unit", scope) + ")");
        }
        return this;
    }

    public OrganizationQuery level(String level) {
        conditions.is("s.level", level);
        return this;
    }

    public OrganizationQuery levels(Collection<String> levels) {
        conditions.isOneOf("s.level", levels);
        return this;
    }

    public OrganizationQuery type(String type) {
        conditions.is("s.type", type);
        return this;
    }

    public OrganizationQuery types(Collection<String> types) {
        conditions.isOneOf("s.type", types);
        return this;
    }

    public OrganizationQuery below(Collection<String> parents) {
        conditions.isOneOf("s.parent", parents);
        return this;
    }

    /** Nothing is above them in the scope on the date. */
    public OrganizationQuery withoutParentWithin(UnitScope scope, LocalDate date) {
        conditions
                .with("above", date)
                .and("not exists (select a.id from OrgStateEntity a where a.family = s.family and a.code = s.parent"
                        + " and a.validFrom <= :above and a.validTo > :above and "
                        + conditions.ranges("a.seat", scope) + ")");
        return this;
    }

    public OrganizationQuery coded(Collection<String> codes) {
        conditions.isOneOf("s.code", codes);
        return this;
    }

    public OrganizationQuery matching(String text) {
        conditions.named("s.name", "s.code", text);
        return this;
    }

    Conditions conditions() {
        return conditions;
    }
}
