package org.gridloom.organization.internal.rest;

import static org.gridloom.organization.PartyPermissions.PARTY_READ;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.gridloom.organization.OutsideOrganizations;
import org.gridloom.organization.UnitStructure;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who works together in a unit. */
@Component(service = RestResource.class)
@Path("organization/structures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class StructureResource implements RestResource {

    private final OutsideOrganizations outside;

    @Activate
    public StructureResource(@Reference OutsideOrganizations outside) {
        this.outside = outside;
    }

    @GET
    @Path("{unit}")
    @RequiresPermission(PARTY_READ)
    @UnitScoped(in = In.PATH, name = "unit")
    @Operation(summary = "The 1+N of a unit / 单元的“1+N”共建架构")
    public UnitStructure get(@PathParam("unit") String unit, @QueryParam("asOf") LocalDate asOf) {
        return outside.structure(unit, asOf);
    }
}
