package org.gridloom.organization.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.UnitLevel;
import org.gridloom.organization.Units;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Levels of the territory and how their codes are made. */
@Component(service = RestResource.class)
@Path("organization/levels")
@Produces(MediaType.APPLICATION_JSON)
public final class LevelResource implements RestResource {

    private final Units units;

    @Activate
    public LevelResource(@Reference Units units) {
        this.units = units;
    }

    @GET
    @RequiresPermission(TerritoryPermissions.UNIT_READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Levels, kinds and code layout of the territory / 区域层级、类别与编码规则")
    public List<UnitLevel> levels() {
        return units.levels();
    }
}
