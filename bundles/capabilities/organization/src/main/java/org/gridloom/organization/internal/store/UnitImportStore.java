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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Rows of one import, laid down beside the units until all are found good; with flat memory however many they are. They
 * are gone again before the transaction ends.
 */
public final class UnitImportStore {

    private static final String COLUMNS = "row_no, code, parent_code, level_code, kind_code, valid_from, name,"
            + " households, residents, extent, note";
    private static final String WINDOW = "select " + COLUMNS
            + " from organization_unit_import i where i.import_id = ? and i.row_no > ? and i.row_no <= ?";
    private static final String ORDER = " order by i.import_id, i.row_no";

    private final Connection connection;
    /** Short, as every key begins with it. */
    private final String id = UUID.randomUUID().toString().substring(0, 13);

    public UnitImportStore(Connection connection) {
        this.connection = connection;
    }

    /** What is to be done with a row. */
    public enum Outcome {
        /** So it is laid down. */
        CREATE,
        CHANGE,
        /** The district holds it just so. */
        NONE
    }

    /** Lays rows down; their codes differ, and none is there yet. */
    public void add(List<ImportRow> rows) {
        String sql = "insert into organization_unit_import (import_id, " + COLUMNS
                + ", name_key, code_key, outcome) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'CREATE')";
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

    /** All rows after the one up to the other, by number. */
    public List<ImportRow> between(int after, int last) {
        return run(WINDOW + ORDER, statement -> {
            window(statement, after, last);
            return read(statement);
        });
    }

    /**
     * Of the rows after the one up to the other those that are not plainly new, by number. Plainly new is a row whose
     * code no unit has, below a row of the import that begins no later and whose code no unit has either.
     *
     * @param date first day of rows that do not say otherwise
     */
    public List<ImportRow> notPlainlyNew(int after, int last, LocalDate date) {
        String sql = WINDOW + " and (i.parent_code is null"
                + " or exists (select 1 from organization_unit u where u.code = i.code)"
                + " or exists (select 1 from organization_unit u where u.code = i.parent_code)"
                + " or not exists (select 1 from organization_unit_import p where p.code_key = ? || i.parent_code"
                + " and coalesce(p.valid_from, cast(? as date)) <= coalesce(i.valid_from, cast(? as date))))" + ORDER;
        return run(sql, statement -> {
            window(statement, after, last);
            statement.setString(4, id);
            statement.setDate(5, Date.valueOf(date));
            statement.setDate(6, Date.valueOf(date));
            return read(statement);
        });
    }

    private void window(PreparedStatement statement, int after, int last) throws SQLException {
        statement.setString(1, id);
        statement.setInt(2, after);
        statement.setInt(3, last);
    }

    /**
     * Of the rows after the one up to the other those with this outcome, by number. Both ends are named so that the
     * database goes by the key: it knows nothing yet of a table filled in this very transaction.
     */
    public List<ImportRow> between(int after, int last, Outcome outcome) {
        return run(WINDOW + " and i.outcome = ?" + ORDER, statement -> {
            window(statement, after, last);
            statement.setString(4, outcome.name());
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
        // In the order of the index, which then is written page by page.
        Map<String, List<String>> codesByGram = new TreeMap<>();
        for (ImportRow row : rows) {
            for (String gram : SearchKey.grams(SearchKey.of(row.details().name()))) {
                codesByGram.computeIfAbsent(gram, each -> new ArrayList<>()).add(row.code());
            }
        }
        run("insert into organization_unit_gram (gram, unit_code) values (?, ?)", statement -> {
            for (Map.Entry<String, List<String>> gram : codesByGram.entrySet()) {
                for (String code : gram.getValue()) {
                    statement.setString(1, gram.getKey());
                    statement.setString(2, code);
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
