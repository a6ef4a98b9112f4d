package org.gridloom.organization.internal.rest;

import static org.gridloom.organization.PartyPermissions.PARTY_READ;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.gridloom.organization.Coverage;
import org.gridloom.organization.CoverageGap;
import org.gridloom.organization.CoverageReport;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Coverage and blind spots. */
@Component(service = RestResource.class)
@Path("organization/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CoverageResource implements RestResource {

    private final Coverage coverage;

    @Activate
    public CoverageResource(@Reference Coverage coverage) {
        this.coverage = coverage;
    }

    @GET
    @RequiresPermission(PARTY_READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "How well a unit is covered / 单元的组织覆盖情况")
    public CoverageReport report(@QueryParam("unit") String unit, @QueryParam("asOf") LocalDate asOf) {
        return coverage.report(unit, asOf);
    }

    @GET
    @Path("gaps")
    @RequiresPermission(PARTY_READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "Blind spots one by one / 覆盖盲点清单")
    public Page<CoverageGap> gaps(
            @QueryParam("unit") String unit,
            @QueryParam("kind") String kind,
            @QueryParam("asOf") LocalDate asOf,
            @BeanParam PageParams page) {
        return coverage.gaps(unit, kind, asOf, page.of(List.of()));
    }
}
