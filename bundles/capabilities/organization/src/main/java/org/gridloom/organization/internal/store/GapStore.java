package org.gridloom.organization.internal.store;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.platform.unit.UnitScope;

/**
 * What is missing in the organisation on a date, as the database finds it: by stored codes, each with what was written
 * under that very code. What was written under another is told by {@link #postsElsewhere}, {@link #coversElsewhere} and
 * {@link #seatsElsewhere}, so that it can be followed.
 */
public final class GapStore {

    private static final String VALID_UNIT = "u.valid_from <= ? and (u.valid_to is null or u.valid_to > ?)";
    private static final String POST = "from organization_post p where p.valid_from <= ? and p.valid_to > ?";
    private static final String STATE = "s.valid_from <= ? and s.valid_to > ?";
    private static final String COVER =
            "from organization_org_cover c join organization_org_state s on s.id = c.state_id"
                    + " where s.family = ? and " + STATE;

    private final Connection connection;
    private final LocalDate date;

    public GapStore(Connection connection, LocalDate date) {
        this.connection = connection;
        this.date = date;
    }

    /** Records that lack something. */
    public final class Lacking {

        private final String column;
        private final String order;
        private final Sql where;

        private Lacking(String column, String order, Sql where) {
            this.column = column;
            this.order = order;
            this.where = where;
        }

        public long count() {
            return where.selecting("select count(*)")
                    .list(connection, row -> row.getLong(1))
                    .get(0);
        }

        /** How many there are of each first part of their unit's code. */
        public Map<String, Long> countByPrefix(int length) {
            String prefix = "substring(" + column + ", 1, " + length + ")";
            Map<String, Long> counts = new HashMap<>();
            where.selecting("select " + prefix + ", count(*)")
                    .add(" group by " + prefix)
                    .list(connection, row -> counts.put(row.getString(1), row.getLong(2)));
            return counts;
        }

        private Sql part(String columns, int offset, int size) {
            return where.selecting("select " + columns)
                    .add(" order by " + order)
                    .part(offset, size);
        }
    }

    /** Grids without one of these posts, those left out that are known to have one. */
    public Lacking gridsWithoutPost(String level, UnitScope scope, Set<String> kinds, Set<String> besides) {
        Sql posts = Sql.of(
                        " and not exists (select 1 " + POST + " and p.holder = 'unit' and p.at_code = u.code",
                        date,
                        date)
                .oneOf("p.kind", kinds)
                .add(")");
        return grids(level, scope, besides, posts);
    }

    /** Grids that no organisation of these levels covers by themselves, those left out that are known to be covered. */
    public Lacking gridsWithoutCover(String level, UnitScope scope, Collection<String> levels, Set<String> besides) {
        Sql covers = Sql.of(
                        " and not exists (select 1 " + COVER + " and c.unit = u.code", Family.PARTY.code(), date, date)
                .oneOf("s.level", levels)
                .add(")");
        return grids(level, scope, besides, covers);
    }

    private Lacking grids(String level, UnitScope scope, Set<String> besides, Sql lack) {
        Sql where = Sql.of(" from organization_unit u where u.level_code = ? and " + VALID_UNIT, level, date, date)
                .within("u.code", scope)
                .noneOf("u.code", besides)
                .add(lack);
        return new Lacking("u.code", "u.level_code, u.code", where);
    }

    /** Stored codes of a part of the grids, in their order. */
    public List<String> grids(Lacking lacking, int offset, int size) {
        return lacking.part("u.code", offset, size).list(connection, row -> row.getString(1));
    }

    /** Party organisations without one of these posts. */
    public Lacking organizationsWithoutPost(UnitScope scope, Set<String> kinds, Collection<String> levels) {
        Sql where = organizations(scope)
                .oneOf("s.level", levels)
                .add(
                        " and not exists (select 1 " + POST + " and p.holder = s.family and p.at_code = s.code",
                        date,
                        date)
                .oneOf("p.kind", kinds)
                .add(")");
        return new Lacking("s.seat", "s.code", where);
    }

    /** Party organisations whose seat is one of these codes. */
    public Lacking organizationsSeated(UnitScope scope, Set<String> seats) {
        return new Lacking("s.seat", "s.code", organizations(scope).among("s.seat", seats));
    }

    private Sql organizations(UnitScope scope) {
        return Sql.of(" from organization_org_state s where s.family = ? and " + STATE, Family.PARTY.code(), date, date)
                .within("s.seat", scope);
    }

    /** A part of the organisations, in the order of their codes. */
    public List<OrganizationStore.Brief> organizations(Lacking lacking, int offset, int size) {
        return lacking.part("s.code, s.name, s.level, s.seat", offset, size)
                .list(
                        connection,
                        row -> new OrganizationStore.Brief(
                                row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    /** Codes at which units have one of these posts, but that no unit is stored under. */
    public Set<String> postsElsewhere(UnitScope scope, Set<String> kinds) {
        return codes(Sql.of("select distinct p.at_code " + POST + " and p.holder = 'unit'", date, date)
                .oneOf("p.kind", kinds)
                .within("p.at_code", scope)
                .add(notStored("p.at_code"), date, date));
    }

    /** Codes of so many digits that organisations of these levels cover, but that no unit is stored under. */
    public Set<String> coversElsewhere(UnitScope scope, Collection<String> levels, int length) {
        return codes(covers(levels)
                .within("c.unit", scope)
                .add(" and length(c.unit) = ?", length)
                .add(notStored("c.unit"), date, date));
    }

    /** Codes of fewer digits that organisations of these levels cover. */
    public Set<String> coversAbove(UnitScope scope, Collection<String> levels, int length) {
        return codes(covers(levels).within("c.unit", scope).add(" and length(c.unit) < ?", length));
    }

    /** Those of the codes that organisations of these levels cover. */
    public Set<String> coversAmong(Set<String> codes, Collection<String> levels) {
        return codes(covers(levels).among("c.unit", codes));
    }

    private Sql covers(Collection<String> levels) {
        return Sql.of("select distinct c.unit " + COVER, Family.PARTY.code(), date, date)
                .oneOf("s.level", levels);
    }

    /** Seats of party organisations that no unit is stored under. */
    public Set<String> seatsElsewhere(UnitScope scope) {
        return codes(Sql.of("select distinct s.seat").add(organizations(scope)).add(notStored("s.seat"), date, date));
    }

    private static String notStored(String code) {
        return " and not exists (select 1 from organization_unit u where u.code = " + code + " and " + VALID_UNIT + ")";
    }

    private Set<String> codes(Sql select) {
        return new HashSet<>(select.list(connection, row -> row.getString(1)));
    }
}
