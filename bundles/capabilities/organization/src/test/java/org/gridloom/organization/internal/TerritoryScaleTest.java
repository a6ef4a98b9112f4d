package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.gridloom.organization.Restructured;
import org.gridloom.organization.UnitMove;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TerritoryScaleTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final int BUILDINGS = 100_000;
    private static final int FEW = 60;

    /** Only H2 counts its statements for us. */
    @RegisterExtension
    final TestDatabase database = TestDatabase.onH2(4, "org.gridloom.organization");

    @Test
    void theMoveOfASubtreeTakesAFewStatementsHoweverManyUnitsLieBelow() throws IOException, SQLException {
        TerritoryDesk desk = new TerritoryDesk(database).withDistrict();
        CsvUnitImport imports = new CsvUnitImport(database.transactions(), desk.reader, database.access());
        byte[] table = table().getBytes(StandardCharsets.UTF_8);
        assertThat(imports.importCsv(new ByteArrayInputStream(table), false, Progress.NONE)
                        .created())
                .isGreaterThan(BUILDINGS);
        long version = desk.version("210102001001", DAY);
        long countedBefore = desk.count("210102002", "building", DAY);
        int audited = database.audit().size();
        int published = database.events().size();

        execute("set query_statistics true");
        Restructured moved =
                desk.restructuring.move("210102001001", new UnitMove("210102002", null, DAY, null), version, false);
        long statements = number("select sum(execution_count) from information_schema.query_statistics");
        execute("set query_statistics false");

        assertThat(moved.unitsBelow()).isGreaterThan(BUILDINGS);
        assertThat(statements).isLessThan(FEW);
        assertThat(database.audit()).hasSize(audited + 1);
        assertThat(database.events()).hasSize(published + 1);
        assertThat(desk.count("210102002", "building", DAY)).isEqualTo(countedBefore + BUILDINGS);
        assertThat(desk.count("210102001", "building", DAY)).isZero();
        assertThat(desk.count("210102001", "building", DAY.minusDays(1))).isEqualTo(BUILDINGS);
        assertThat(desk.units.get("210102002003050999", DAY).name()).isEqualTo("999号楼");
        assertThat(number("select count(*) from organization_unit where version > 1"))
                .isEqualTo(1);
    }

    private static String table() {
        StringBuilder csv = new StringBuilder("code,parent,level,name,validFrom\n");
        String community = "210102001001";
        int left = BUILDINGS;
        for (int grid = 3; left > 0; grid++) {
            String code = community + "%03d".formatted(grid);
            csv.append("%s,%s,grid,%d网格,2024-01-01\n".formatted(code, community, grid));
            for (int building = 1; building <= 999 && left > 0; building++, left--) {
                csv.append("%s%03d,%s,building,%d号楼,2024-01-01\n".formatted(code, building, code, building));
            }
        }
        return csv.toString();
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
