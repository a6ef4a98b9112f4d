package org.gridloom.platform.sheets.internal;

import java.util.Optional;
import org.gridloom.platform.sheet.Progress.Standing;
import org.gridloom.platform.tx.Sql;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What nodes tell each other of imports under way. Each call is a transaction of its own, and never within an import's. */
@Component(service = SharedRuns.class)
public final class SharedRuns {

    private static final String THIS = " where account = ? and name = ?";
    /** Told once a second: one that was not for so long is of a node that was killed. */
    private static final String ALIVE = THIS + " and told_at > current_timestamp - interval '5' second";

    private final Transactions transactions;

    @Activate
    public SharedRuns(@Reference(target = "(osgi.unit.name=platform)") Transactions transactions) {
        this.transactions = transactions;
    }

    /** Tells of it for the first time. */
    void begin(RunKey run, Standing standing) {
        transactions.run(tx -> {
            Sql sql = Sql.of(tx);
            sql.update("delete from platform_sheet_run" + THIS, run.account(), run.name());
            insert(sql, run, standing);
        });
    }

    private static void insert(Sql sql, RunKey run, Standing standing) {
        sql.update(
                "insert into platform_sheet_run (account, name, done, total, cancelled, told_at)"
                        + " values (?, ?, ?, ?, false, current_timestamp)",
                run.account(),
                run.name(),
                standing.done(),
                standing.total());
    }

    /** Tells how far it is, and gives whether somebody cancelled it. */
    boolean tell(RunKey run, Standing standing) {
        return transactions.call(tx -> {
            Sql sql = Sql.of(tx);
            int told = sql.update(
                    "update platform_sheet_run set done = ?, total = ?, told_at = current_timestamp" + THIS,
                    standing.done(),
                    standing.total(),
                    run.account(),
                    run.name());
            if (told == 0) {
                insert(sql, run, standing);
            }
            return sql.first(
                            row -> row.getBoolean(1),
                            "select cancelled from platform_sheet_run" + THIS,
                            run.account(),
                            run.name())
                    .orElse(false);
        });
    }

    void end(RunKey run) {
        transactions.run(tx -> Sql.of(tx).update("delete from platform_sheet_run" + THIS, run.account(), run.name()));
    }

    /** Empty where no node has told of it lately. */
    Optional<Standing> standing(RunKey run) {
        return transactions.read(tx -> Sql.of(tx)
                .first(
                        row -> new Standing(row.getInt(1), row.getInt(2)),
                        "select done, total from platform_sheet_run" + ALIVE,
                        run.account(),
                        run.name()));
    }

    /** Gives whether there is such a run; its node stops it when it next tells of it. */
    boolean cancel(RunKey run) {
        return transactions.call(tx ->
                Sql.of(tx).update("update platform_sheet_run set cancelled = true" + ALIVE, run.account(), run.name())
                        > 0);
    }
}
