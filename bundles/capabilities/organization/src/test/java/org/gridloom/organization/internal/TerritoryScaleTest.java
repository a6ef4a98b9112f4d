package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.organization.Restructured;
import org.gridloom.organization.UnitMove;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TerritoryScaleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final int BUILDINGS = 101 * 999;
    private static final int FEW = 60;

    /** Only H2 counts its statements for us. */
    @RegisterExtension
    final TestDatabase database = TestDatabase.onH2(4, "org.gridloom.organization");

    @Test
    void theMoveOfASubtreeTakesAFewStatementsHoweverManyUnitsLieBelow() throws SQLException {
        TerritoryDesk desk = new TerritoryDesk(database).withDistrict();
        fill();
        assertThat(database.recount()).isNotEmpty();
        database.foldCounts();
        long version = desk.version("210102001001", DAY);
        int audited = database.audit().size();
        int published = database.events().size();

        execute("set query_statistics true");
        Restructured moved = desk.restructuring.move(
                "210102001001", new UnitMove("210102002", null, DAY, null, null), version, false);
        long statements = number("select sum(execution_count) from information_schema.query_statistics");
        execute("set query_statistics false");

        assertThat(moved.unitsBelow()).isEqualTo(BUILDINGS + 103);
        assertThat(statements).isLessThan(FEW);
        assertThat(database.audit()).hasSize(audited + 1);
        assertThat(database.events()).hasSize(published + 1);
        assertThat(desk.count("210102002", "building", DAY)).isEqualTo(BUILDINGS);
        assertThat(desk.count("210102001", "building", DAY)).isZero();
        assertThat(desk.count("210102001", "building", DAY.minusDays(1))).isEqualTo(BUILDINGS);
        assertThat(desk.units.get("210102002003150999", DAY).name()).isEqualTo("999号楼");
        assertThat(number("select count(*) from organization_unit where version > 1"))
                .isEqualTo(1);
    }

    /** Grids full of buildings, put straight into the tables. */
    private void fill() throws SQLException {
        for (String units : List.of(
                "select '210102001001' || g.x as code, 'grid' as level_code, g.x || '网格' as name"
                        + " from system_range(101, 201) g",
                "select '210102001001' || g.x || lpad(b.x, 3, '0') as code, 'building' as level_code,"
                        + " b.x || '号楼' as name from system_range(101, 201) g, system_range(1, 999) b")) {
            execute("insert into organization_unit (code, level_code, valid_from, version)"
                    + " select code, level_code, date '2024-01-01', 1 from (" + units + ")");
            execute("insert into organization_unit_detail (unit_code, valid_from, name, name_key)"
                    + " select code, date '2024-01-01', name, name from (" + units + ")");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
