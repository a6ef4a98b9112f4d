package org.gridloom.platform.persistence.internal.osgi;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.gridloom.platform.persistence.PersistenceUnitState;
import org.gridloom.platform.persistence.PersistenceUnitState.Phase;
import org.gridloom.platform.persistence.PersistenceUnits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Ready when the database answers and no unit is still on its way. A unit that failed is reported, and its module is
 * out; the others serve.
 */
@Component(property = {HealthCheck.NAME + "=persistence", HealthCheck.TAGS + "=ready"})
public final class PersistenceHealth implements HealthCheck {

    private final PersistenceUnits units;

    @Activate
    public PersistenceHealth(@Reference PersistenceUnits units) {
        this.units = units;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        for (PersistenceUnitState state : units.states()) {
            report(log, state);
        }
        if (!units.reachable()) {
            log.temporarilyUnavailable("database: does not answer");
        }
        return new Result(log);
    }

    private static void report(FormattingResultLog log, PersistenceUnitState state) {
        boolean platform = state.unit().equals("platform");
        if (state.phase() == Phase.OPEN) {
            log.info("{}: open", state.unit());
        } else if (state.phase() != Phase.FAILED) {
            log.temporarilyUnavailable("{}: {}", state.unit(), state.phase());
        } else if (platform) {
            log.critical("{}: {}", state.unit(), state.message().en());
        } else {
            log.warn("{}: {}", state.unit(), state.message().en());
        }
    }
}
