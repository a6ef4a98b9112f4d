package com.example.snow.internal;

import com.example.snow.CallOut;
import com.example.snow.CallOutFilter;
import com.example.snow.internal.store.CallOutStore;
import java.time.LocalDate;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns where call-outs stay open long after their day. */
@Component(property = {HealthCheck.NAME + "=snow", HealthCheck.TAGS + "=ready"})
public final class SnowHealth implements HealthCheck {

    private final Desk desk;
    private final SnowSettings settings;

    @Activate
    public SnowHealth(@Reference Desk desk, @Reference SnowSettings settings) {
        this.desk = desk;
        this.settings = settings;
    }

    @Override
    public Result execute() {
        LocalDate before = desk.today().minusDays(settings.overdueDays());
        CallOutFilter overdue = new CallOutFilter(null, null, CallOut.ORDERED, null, before);
        long count = desk.transactions().read(tx -> new CallOutStore(tx.em()).count(overdue, UnitScope.everywhere()));
        FormattingResultLog log = new FormattingResultLog();
        if (count == 0) {
            log.info("snow: no call-out is overdue");
        } else {
            log.warn("snow: call-outs of {} or before that are still open / 逾期未完成的出动: {}", before, count);
        }
        return new Result(log);
    }
}
