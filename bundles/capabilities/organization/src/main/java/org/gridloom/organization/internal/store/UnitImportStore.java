package org.gridloom.organization.internal.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Rows of one import, laid down beside the units until all are found good; with flat memory however many they are. They
 * are gone again before the transaction ends.
 */
public final class UnitImportStore {

    private static final String COLUMNS = "row_no, code, parent_code, level_code, kind_code, valid_from, name,"
            + " households, residents, extent, note";

    private final Connection connection;
    private final String id = UUID.randomUUID().toString();

    public UnitImportStore(Connection connection) {
        this.connection = connection;
    }

    /** What is to be done with a row. */
    public enum Outcome {
        /** Not looked at yet. */
        OPEN,
        CREATE,
        CHANGE,
        /** The district holds it just so. */
        NONE
    }

    /** Lays rows down; their codes differ, and none is there yet. */
    public void add(List<ImportRow> rows) {
        String sql = "insert into organization_unit_import (import_id, " + COLUMNS
                + ", name_key, code_key, outcome) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')";
        run(sql, statement -> {
            for (ImportRow row : rows) {
                UnitDetails details = row.details();
                statement.setString(1, id);
                statement.setInt(2, row.row());
                statement.setString(3, row.code());
                statement.setString(4, row.parent());
                statement.setString(5, row.level());
                statement.setString(6, row.kind());
                statement.setDate(7, row.validFrom() == null ? null : Date.valueOf(row.validFrom()));
                statement.setString(8, details.name());
                statement.setObject(9, details.households(), Types.INTEGER);
                statement.setObject(10, details.residents(), Types.INTEGER);
                statement.setString(11, details.extent());
                statement.setString(12, details.note());
                statement.setString(13, SearchKey.of(details.name()));
                statement.setString(14, id + row.code());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Rows with these codes, by code. */
    public Map<String, ImportRow> byCode(Collection<String> codes) {
        if (codes.isEmpty()) {
            return Map.of();
        }
        List<String> list = List.copyOf(new TreeSet<>(codes));
        String sql = "select " + COLUMNS + " from organization_unit_import where code_key in ("
                + String.join(", ", Collections.nCopies(list.size(), "?")) + ")";
        return run(sql, statement -> {
            for (int i = 0; i < list.size(); i++) {
                statement.setString(i + 1, id + list.get(i));
            }
            Map<String, ImportRow> found = new HashMap<>();
            read(statement).forEach(row -> found.put(row.code(), row));
            return found;
        });
    }

    /** Rows with this outcome after the row, by number, at most so many. */
    public List<ImportRow> after(int row, Outcome outcome, int limit) {
        String sql = "select " + COLUMNS + " from organization_unit_import"
                + " where import_id = ? and row_no > ? and outcome = ? order by import_id, row_no"
                + " fetch first ? rows only";
        return run(sql, statement -> {
            statement.setString(1, id);
            statement.setInt(2, row);
            statement.setString(3, outcome.name());
            statement.setInt(4, limit);
            return read(statement);
        });
    }

    public void decide(List<Integer> rows, Outcome outcome) {
        run("update organization_unit_import set outcome = ? where import_id = ? and row_no = ?", statement -> {
            for (int row : rows) {
                statement.setString(1, outcome.name());
                statement.setString(2, id);
                statement.setInt(3, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** Makes units of the rows to be created, from the date on where they do not say otherwise. */
    public void createUnits(LocalDate date) {
        fill(
                "insert into organization_unit (code, level_code, kind_code, valid_from, version)"
                        + " select code, level_code, kind_code, coalesce(valid_from, cast(? as date)), 1",
                date);
        fill(
                "insert into organization_unit_detail"
                        + " (unit_code, valid_from, name, name_key, households, residents, extent, note)"
                        + " select code, coalesce(valid_from, cast(? as date)), name, name_key, households,"
                        + " residents, extent, note",
                date);
    }

    private void fill(String insertSelect, LocalDate date) {
        run(
                insertSelect
                        + " from organization_unit_import where import_id = ? and outcome = 'CREATE' order by row_no",
                statement -> {
                    statement.setDate(1, Date.valueOf(date));
                    statement.setString(2, id);
                    return statement.executeUpdate();
                });
    }

    /** Makes the rows' names be found. */
    public void index(List<ImportRow> rows) {
        run("insert into organization_unit_gram (gram, unit_code) values (?, ?)", statement -> {
            for (ImportRow row : rows) {
                for (String gram : SearchKey.grams(SearchKey.of(row.details().name()))) {
                    statement.setString(1, gram);
                    statement.setString(2, row.code());
                    statement.addBatch();
                }
            }
            return statement.executeBatch();
        });
    }

    public void clear() {
        run("delete from organization_unit_import where import_id = ?", statement -> {
            statement.setString(1, id);
            return statement.executeUpdate();
        });
    }

    private static List<ImportRow> read(PreparedStatement statement) throws SQLException {
        List<ImportRow> rows = new ArrayList<>();
        try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                Date validFrom = result.getDate("valid_from");
                rows.add(new ImportRow(
                        result.getInt("row_no"),
                        result.getString("code"),
                        result.getString("parent_code"),
                        result.getString("level_code"),
                        result.getString("kind_code"),
                        validFrom == null ? null : validFrom.toLocalDate(),
                        new UnitDetails(
                                result.getString("name"),
                                integer(result, "households"),
                                integer(result, "residents"),
                                result.getString("extent"),
                                result.getString("note"))));
            }
        }
        return rows;
    }

    private static Integer integer(ResultSet result, String column) throws SQLException {
        int value = result.getInt(column);
        return result.wasNull() ? null : value;
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Use<T> use) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return use.of(statement);
        } catch (SQLException failed) {
            // The transaction puts it in words of its own.
            throw new IllegalStateException(failed);
        }
    }
}
