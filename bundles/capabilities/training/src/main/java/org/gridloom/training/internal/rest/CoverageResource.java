package org.gridloom.training.internal.rest;

import static org.gridloom.training.TrainingPermissions.READ;

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
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.training.CoverageFilter;
import org.gridloom.training.CoveredPerson;
import org.gridloom.training.TopicCoverage;
import org.gridloom.training.TrainingCoverage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who has had what, and who has not. */
@Component(service = RestResource.class)
@Path("training/coverage")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class CoverageResource implements RestResource {

    private final TrainingCoverage coverage;

    @Activate
    public CoverageResource(@Reference TrainingCoverage coverage) {
        this.coverage = coverage;
    }

    @GET
    @RequiresPermission(READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "Coverage of each topic, by kind of post / 各项内容按职务的覆盖情况")
    public List<TopicCoverage> report(@QueryParam("unit") String unit, @QueryParam("asOf") LocalDate asOf) {
        return coverage.report(unit, asOf);
    }

    @GET
    @Path("people")
    @RequiresPermission(READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "Who should have had which topic, and since when not / 应训人员及各项内容最近参训日期")
    public Page<CoveredPerson> people(
            @QueryParam("unit") String unit,
            @QueryParam("topic") String topic,
            @QueryParam("kind") String kind,
            @QueryParam("covered") Boolean covered,
            @QueryParam("asOf") LocalDate asOf,
            @BeanParam PageParams page) {
        return coverage.people(
                new CoverageFilter(unit, topic, kind, covered, asOf), page.of(TrainingCoverage.SORTABLE));
    }
}
