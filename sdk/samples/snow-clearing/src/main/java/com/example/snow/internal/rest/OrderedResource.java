package com.example.snow.internal.rest;

import static com.example.snow.SnowPermissions.READ;

import com.example.snow.CallOuts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.CodeRange;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Numbers of ordered call-outs for many units at once. */
@Component(service = RestResource.class)
@Path("snow/ordered")
@Produces(MediaType.APPLICATION_JSON)
public final class OrderedResource implements RestResource {

    private final CallOuts callOuts;

    @Activate
    public OrderedResource(@Reference CallOuts callOuts) {
        this.callOuts = callOuts;
    }

    @GET
    @RequiresPermission(READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "How many call-outs are ordered in units, as far as one may see / 各单元待出动次数（可见范围内）")
    public Map<String, Long> ordered(
            @QueryParam("units") @Parameter(description = "Codes, comma-separated / 单元编码，逗号分隔") String units) {
        Set<String> codes = units == null || units.isBlank() ? Set.of() : new TreeSet<>(List.of(units.split(",")));
        if (codes.size() > PageQuery.MAX_SIZE || !codes.stream().allMatch(CodeRange::isCode)) {
            throw Problem.invalid(
                    "units", Text.of("应为至多 %d 个单元编码", "Must be codes of units, %d at most", PageQuery.MAX_SIZE));
        }
        return callOuts.ordered(codes);
    }
}
