package org.gridloom.platform.states.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.state.Case;
import org.gridloom.platform.state.CaseFilter;
import org.gridloom.platform.states.internal.Permissions;
import org.gridloom.platform.states.internal.Procedures;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** State machines and where cases stand in them; steps are taken at each capability's own address. */
@Component(service = RestResource.class)
@Path("states")
@Produces(MediaType.APPLICATION_JSON)
public final class StatesResource implements RestResource {

    private final Procedures procedures;

    @Activate
    public StatesResource(@Reference Procedures procedures) {
        this.procedures = procedures;
    }

    @GET
    @RequiresPermission(Permissions.READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "State machines of the modules / 办理流程列表")
    public List<MachineItem> machines() {
        return procedures.all().stream().map(MachineItem::of).toList();
    }

    @GET
    @Path("{machine}")
    @RequiresPermission(Permissions.READ)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "A state machine / 查看办理流程")
    public MachineItem machine(@Parameter(example = "organization.task") @PathParam("machine") String machine) {
        return MachineItem.of(procedures.get(machine));
    }

    @GET
    @Path("{machine}/cases")
    @RequiresPermission(Permissions.READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "Where cases stand, what is due first first / 在办事项,时限近者在前")
    public Page<Case> cases(
            @Parameter(example = "organization.task") @PathParam("machine") String machine,
            @Parameter(description = "A state; all that are open if absent / 状态,缺省为在办") @QueryParam("state")
                    String state,
            @QueryParam("unit") String unit,
            @Parameter(description = "Only what is over its deadline / 只看逾期") @QueryParam("overdue") boolean overdue,
            @BeanParam PageParams page) {
        return procedures.cases(new CaseFilter(machine, state, unit, overdue), page.of(List.of()));
    }
}
