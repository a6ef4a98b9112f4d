package org.gridloom.platform.events.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Which units' records the caller may read. */
@Component(service = ReadableScope.class)
public final class ReadableScope {

    private final Access access;
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile UnitDirectory units;

    @Activate
    public ReadableScope(@Reference Access access, @Reference Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /**
     * Where the caller holds the permission, within the unit if one is asked for.
     *
     * @param unit code of a unit; null for everything the caller may read
     */
    UnitScope of(String permission, String unit) {
        access.require(permission);
        if (unit == null) {
            return access.scope(permission);
        }
        access.require(permission, unit);
        return access.scope(permission).intersect(scope(unit));
    }

    private UnitScope scope(String unit) {
        UnitDirectory directory = units;
        return directory == null
                ? new UnitScope(List.of(CodeRange.subtree(unit)))
                : directory.scope(unit, LocalDate.now(clock));
    }
}
