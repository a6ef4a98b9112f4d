package ${package}.internal;

import ${package}.EntryFilter;
import ${package}.internal.store.EntryStore;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns of entries that are dated after the last day that the settings allow, as they were taken in under other ones. */
@Component(property = {HealthCheck.NAME + "=${capability}", HealthCheck.TAGS + "=ready"})
public final class EntryHealth implements HealthCheck {

    private final Transactions transactions;
    private final DefaultEntries entries;
    private final EntrySettings settings;

    @Activate
    public EntryHealth(
            @Reference(target = "(osgi.unit.name=${artifactId})") Transactions transactions,
            @Reference DefaultEntries entries,
            @Reference EntrySettings settings) {
        this.transactions = transactions;
        this.entries = entries;
        this.settings = settings;
    }

    @Override
    public Result execute() {
        EntryFilter late =
                new EntryFilter(null, null, entries.today().plusDays(settings.daysAhead() + 1L), null);
        long count = transactions.read(tx -> new EntryStore(tx.em()).count(late, UnitScope.everywhere()));
        FormattingResultLog log = new FormattingResultLog();
        if (count == 0) {
            log.info("${capability}: no entry is dated too late");
        } else {
            log.warn("${capability}: entries that are dated too late / 日期过晚的记录: {}", count);
        }
        return new Result(log);
    }
}
