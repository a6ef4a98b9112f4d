package org.gridloom.platform.operations.internal.doctor;

import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.gridloom.platform.files.Storage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Degraded while the disk is nearly full. A node without uploads still serves: this does not make it unready. */
@Component(
        property = {
            HealthCheck.NAME + "=storage",
            HealthCheck.TAGS + "=operations",
            HealthDiagnosis.DIAGNOSED + ":Boolean=true"
        })
public final class StorageHealth implements HealthCheck {

    private final Storage storage;

    @Activate
    public StorageHealth(@Reference Storage storage) {
        this.storage = storage;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        Storage.Space space = storage.space();
        switch (space.level()) {
            case ENOUGH -> log.info("{} bytes free", space.free());
            case LOW -> log.warn("{} bytes free: nearly full", space.free());
            default -> log.critical("{} bytes free: uploads, imports and archives are refused", space.free());
        }
        return new Result(log);
    }
}
