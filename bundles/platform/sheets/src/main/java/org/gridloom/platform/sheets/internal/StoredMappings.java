package org.gridloom.platform.sheets.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps them in the database, for each account. A habit of the user's and no record: not in the audit trail. */
@Component
public final class StoredMappings implements Mappings {

    private final Transactions transactions;
    private final Access access;

    @Activate
    public StoredMappings(
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions, @Reference Access access) {
        this.transactions = transactions;
        this.access = access;
    }

    @Override
    public Map<String, String> of(String sheet) {
        return transactions.read(tx -> {
            try (PreparedStatement select = tx.connection()
                    .prepareStatement(
                            "select header, column_key from platform_sheet_mapping where account = ? and sheet = ?")) {
                select.setString(1, access.caller().account());
                select.setString(2, sheet);
                return read(select);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Map<String, String> read(PreparedStatement select) throws SQLException {
        Map<String, String> columns = new HashMap<>();
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                String column = rows.getString(2);
                columns.put(rows.getString(1), column == null ? Layout.ASIDE : column);
            }
        }
        return columns;
    }

    @Override
    public void remember(String sheet, Map<String, String> columns) {
        transactions.run(tx -> {
            try {
                forget(tx, sheet, columns);
                insert(tx, sheet, columns);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void forget(Tx tx, String sheet, Map<String, String> columns) throws SQLException {
        try (PreparedStatement delete = tx.connection()
                .prepareStatement(
                        "delete from platform_sheet_mapping where account = ? and sheet = ? and header = ?")) {
            for (String header : columns.keySet()) {
                delete.setString(1, access.caller().account());
                delete.setString(2, sheet);
                delete.setString(3, Layout.plain(header));
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private void insert(Tx tx, String sheet, Map<String, String> columns) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement(
                        "insert into platform_sheet_mapping (account, sheet, header, column_key) values (?, ?, ?, ?)")) {
            for (Map.Entry<String, String> each : columns.entrySet()) {
                if (each.getValue() != null) {
                    insert.setString(1, access.caller().account());
                    insert.setString(2, sheet);
                    insert.setString(3, Layout.plain(each.getKey()));
                    insert.setString(4, each.getValue().equals(Layout.ASIDE) ? null : each.getValue());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
