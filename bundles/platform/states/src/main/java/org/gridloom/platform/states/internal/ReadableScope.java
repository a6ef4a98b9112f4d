package org.gridloom.platform.states.internal;

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

/** In which units the caller may see cases. */
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

    /** @param unit with all below it; null for wherever the caller holds the permission */
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
                ? UnitScope.of(List.of(CodeRange.subtree(unit)))
                : directory.scope(unit, LocalDate.now(clock));
    }
}
