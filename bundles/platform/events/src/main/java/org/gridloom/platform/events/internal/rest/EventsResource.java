package org.gridloom.platform.events.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.gridloom.platform.events.internal.EventFilter;
import org.gridloom.platform.events.internal.EventLog;
import org.gridloom.platform.events.internal.EventRecord;
import org.gridloom.platform.events.internal.Permissions;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The event log. */
@Component(service = RestResource.class)
@Path("events")
@Produces(MediaType.APPLICATION_JSON)
public final class EventsResource implements RestResource {

    private final EventLog log;

    @Activate
    public EventsResource(@Reference EventLog log) {
        this.log = log;
    }

    @GET
    @RequiresPermission(Permissions.EVENTS_READ)
    @UnitScoped(in = UnitScoped.In.QUERY, name = "unit")
    @Operation(summary = "Events, newest first / 事件")
    public Page<EventRecord> list(
            @Parameter(description = "First day / 起始日") @QueryParam("from") LocalDate from,
            @Parameter(description = "Last day / 截止日") @QueryParam("to") LocalDate to,
            @Parameter(description = "Name; with a dot at its end all that begin so / 名称,以点结尾则按前缀") @QueryParam("name")
                    String name,
            @Parameter(description = "Kind and id, as in unit/210102021 / 聚合") @QueryParam("aggregate")
                    String aggregate,
            @Parameter(description = "Unit and all below it / 单位及其下级") @QueryParam("unit") String unit,
            @BeanParam PageParams page) {
        return log.list(new EventFilter(from, to, name, aggregate, unit), page.of(EventLog.SORTABLE));
    }
}
