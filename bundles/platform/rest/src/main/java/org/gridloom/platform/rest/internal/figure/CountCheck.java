package org.gridloom.platform.rest.internal.figure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridloom.platform.persistence.CountReport;
import org.gridloom.platform.persistence.Counters;
import org.gridloom.platform.rest.internal.server.Permits;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Holds the counts that figures are read from against the records. */
@Component(service = {CountCheck.class, PermissionSet.class})
public final class CountCheck implements PermissionSet {

    static final String VERIFY = "platform.figure.verify";

    private final Permits permits;
    private final Counters counters;
    private final Transactions transactions;

    @Activate
    public CountCheck(
            @Reference Permits permits,
            @Reference Counters counters,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions) {
        this.permits = permits;
        this.counters = counters;
        this.transactions = transactions;
    }

    /** @param repair whether to put right what deviates, which is audited */
    public List<CountReport> verify(boolean repair) {
        permits.access().requireEverywhere(VERIFY);
        List<CountReport> reports = counters.verify(repair);
        Map<String, Long> repaired = reports.stream()
                .filter(CountReport::repaired)
                .collect(Collectors.toMap(CountReport::counter, CountReport::deviations));
        if (!repaired.isEmpty()) {
            transactions.run(tx -> tx.audit(
                    AuditEntry.changed("platform.figure.repaired", "figures", null, Map.of(), repaired, null)));
        }
        return reports;
    }

    @Override
    public Text module() {
        return Text.of("系统运行", "Operation");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(VERIFY, Text.of("核对指标计数", "Verify what figures are counted from")));
    }
}
