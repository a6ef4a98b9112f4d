package org.gridloom.platform.modules.internal.data;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.platform.modules.internal.Permissions;
import org.gridloom.platform.modules.internal.data.OrphanedModule.OrphanedTable;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.persistence.ModuleTables;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Data of modules that were uninstalled. A later install finds them again. */
@Component(service = Orphans.class)
public final class Orphans {

    private final Access access;
    private final ModuleTables tables;
    private final Transactions transactions;
    private final BundleContext context;

    @Activate
    public Orphans(
            @Reference Access access,
            @Reference ModuleTables tables,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            BundleContext context) {
        this.access = access;
        this.tables = tables;
        this.transactions = transactions;
        this.context = context;
    }

    /** By name. */
    public List<OrphanedModule> all() {
        access.requireEverywhere(Permissions.VIEW);
        return orphans();
    }

    /**
     * Writes all of a module's tables as a workbook, a sheet each. What is encrypted stays so.
     *
     * @throws Problem {@link Problem.Kind#NOT_FOUND} if no such module has left data
     */
    public void export(String module, OutputStream out) {
        access.requireEverywhere(Permissions.ORPHANS);
        OrphanedModule orphan = require(module);
        transactions.snapshot(tx -> {
            try {
                new TableWorkbook(tx.connection()).write(orphan, out);
                return null;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Indispensable.run(() -> transactions.run(tx -> tx.audit(AuditEntry.changed(
                "platform.orphan.exported",
                "module/" + module,
                null,
                Map.of(),
                Map.of("tables", orphan.tables().size(), "rows", orphan.rows()),
                null))));
    }

    /** Refuses an unknown module before an answer begins. */
    public OrphanedModule require(String module) {
        access.requireEverywhere(Permissions.ORPHANS);
        List<OrphanedModule> all = orphans();
        return all.stream()
                .filter(orphan -> orphan.module().equals(module))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of(
                        "%1$s 没有遗留数据;有遗留数据的模块:%2$s",
                        "%1$s has left no data; these have: %2$s",
                        module,
                        all.stream().map(OrphanedModule::module).toList())));
    }

    private List<OrphanedModule> orphans() {
        Set<String> here =
                Arrays.stream(context.getBundles()).map(Bundle::getSymbolicName).collect(Collectors.toSet());
        List<String> gone =
                tables.units().stream().filter(unit -> !here.contains(unit)).toList();
        return transactions.call(tx -> {
            List<OrphanedModule> orphans = new ArrayList<>();
            for (String unit : gone) {
                orphans.add(new OrphanedModule(unit, counted(tx.connection(), tables.of(unit))));
            }
            return orphans;
        });
    }

    private static List<OrphanedTable> counted(Connection connection, List<String> names) {
        List<OrphanedTable> counted = new ArrayList<>();
        for (String name : names) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select count(*) from " + TableWorkbook.quoted(name))) {
                row.next();
                counted.add(new OrphanedTable(name, row.getLong(1)));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return counted;
    }
}
