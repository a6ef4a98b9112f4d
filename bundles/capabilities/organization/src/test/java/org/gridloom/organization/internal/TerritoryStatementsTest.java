package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gridloom.organization.UnitChange;
import org.gridloom.organization.UnitFilter;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often each use case asks the database; a number that grows is a decision, not an accident. */
class TerritoryStatementsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final String COMMUNITY = "210102001001";

    /** Only H2 counts its statements for us; also those of a connection that a pool opens in between, so it has but one. */
    @RegisterExtension
    final TestDatabase database = TestDatabase.onH2(1, "org.gridloom.organization");

    private TerritoryDesk desk;

    @BeforeEach
    void aDistrictThatWasReadBefore() {
        desk = new TerritoryDesk(database).withDistrict();
        desk.units.get(COMMUNITY, DAY);
    }

    @Test
    void aUnitIsReadInTwo() throws SQLException {
        assertThat(statements(() -> desk.units.get(COMMUNITY, DAY))).hasSize(2);
    }

    @Test
    void aPageWithItsTotalInThreeOrFour() throws SQLException {
        UnitFilter all = UnitFilter.under("210102", DAY);
        assertThat(statements(() -> desk.units.list(all, PageQuery.first()))).hasSize(3);
        assertThat(statements(() -> desk.units.list(all, new PageQuery(0, 2, List.of()))))
                .hasSize(4);
    }

    @Test
    void aSearchWithWhereItsHitsLieInThreeToFive() throws SQLException {
        UnitFilter filter = new UnitFilter(null, null, null, null, "社区", DAY);
        UnitFilter longer = new UnitFilter(null, null, null, null, "001社区", DAY);
        assertThat(statements(() -> desk.units.list(filter, PageQuery.first()))).hasSize(3);
        assertThat(statements(() -> desk.units.list(longer, PageQuery.first()))).hasSize(4);
        assertThat(statements(() -> desk.units.list(filter, new PageQuery(0, 2, List.of()))))
                .hasSize(4);
        assertThat(statements(() -> desk.units.list(longer, new PageQuery(0, 1, List.of()))))
                .hasSize(5);
    }

    @Test
    void allThatIsAboveInTwo() throws SQLException {
        assertThat(statements(() -> desk.units.ancestors(COMMUNITY, DAY))).hasSize(2);
    }

    @Test
    void allFiguresOfTheDistrictInOne() throws SQLException {
        TerritoryFigures figures = new TerritoryFigures(database.transactions(), desk.layouts);
        FigureQuery query = new FigureQuery(
                Set.of("organization.grids", "organization.units.community"),
                "210102",
                desk.directory.scope("210102", DAY),
                DAY,
                null);
        assertThat(statements(() -> figures.figures(query))).hasSize(1);
    }

    /** Among them the records: details, pairs of characters, the unit's version, audit entry and event. */
    @Test
    void aRenamingInElevenHoweverLongTheName() throws SQLException {
        long version = desk.version(COMMUNITY, DAY);
        UnitChange change = new UnitChange(DAY, "很长很长的名称社区", null, null, null, null, "更名", null);
        assertThat(statements(() -> desk.editing.change(COMMUNITY, change, version)))
                .hasSize(11);
    }

    private interface Work {
        void run();
    }

    /** Rows that are inserted in one batch count once. */
    private List<String> statements(Work work) throws SQLException {
        execute("set query_statistics true");
        work.run();
        List<String> statements = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select sql_statement, execution_count"
                        + " from information_schema.query_statistics"
                        + " where sql_statement not in ('COMMIT', 'ROLLBACK')")) {
            while (rows.next()) {
                String sql = rows.getString(1);
                int times = sql.toLowerCase(Locale.ROOT).startsWith("insert") ? 1 : rows.getInt(2);
                statements.addAll(Collections.nCopies(times, sql));
            }
        }
        execute("set query_statistics false");
        return statements;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
        }
    }
}
