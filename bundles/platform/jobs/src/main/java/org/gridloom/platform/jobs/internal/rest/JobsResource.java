package org.gridloom.platform.jobs.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.gridloom.platform.jobs.internal.JobDesk;
import org.gridloom.platform.jobs.internal.JobView;
import org.gridloom.platform.jobs.internal.Permissions;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Jobs. */
@Component(service = RestResource.class)
@Path("jobs")
@Produces(MediaType.APPLICATION_JSON)
public final class JobsResource implements RestResource {

    private final JobDesk desk;

    @Activate
    public JobsResource(@Reference JobDesk desk) {
        this.desk = desk;
    }

    @GET
    @RequiresPermission(Permissions.JOB_VIEW)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Jobs, parked ones first, then by when they are due / 定时任务")
    public Page<JobView> list(
            @Parameter(description = "Name of the handler / 名称") @QueryParam("name") String name,
            @Parameter(description = "waiting, retried or parked / 状态") @QueryParam("state") String state,
            @BeanParam PageParams page) {
        return desk.list(name, state, page.of(Set.of()));
    }

    @GET
    @Path("{id}")
    @RequiresPermission(Permissions.JOB_VIEW)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "A job / 一个定时任务")
    public JobView get(@PathParam("id") long id) {
        return desk.get(id);
    }

    @POST
    @Path("{id}/retry")
    @RequiresPermission(Permissions.JOB_MANAGE)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Try a job again now that failed / 立即重试")
    public void retry(@PathParam("id") long id) {
        desk.retry(id);
    }

    @POST
    @Path("{id}/run")
    @RequiresPermission(Permissions.JOB_MANAGE)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Run a job now that was to run later / 立即运行")
    public void run(@PathParam("id") long id) {
        desk.run(id);
    }

    @POST
    @Path("{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permissions.JOB_MANAGE)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Cancel a job, for good / 取消任务")
    public void cancel(@PathParam("id") long id, CancelReason body) {
        desk.cancel(id, body == null ? null : body.reason());
    }
}
