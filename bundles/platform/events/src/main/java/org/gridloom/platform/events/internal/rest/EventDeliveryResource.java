package org.gridloom.platform.events.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.events.internal.Permissions;
import org.gridloom.platform.events.internal.delivery.EventDelivery;
import org.gridloom.platform.events.internal.delivery.FailedEvent;
import org.gridloom.platform.events.internal.delivery.ParkedRetry;
import org.gridloom.platform.events.internal.delivery.RetriedEvents;
import org.gridloom.platform.events.internal.delivery.SubscriberStanding;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.sheet.Progress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Delivery of events. */
@Component(service = RestResource.class)
@Path("events")
@Produces(MediaType.APPLICATION_JSON)
public final class EventDeliveryResource implements RestResource {

    private final EventDelivery delivery;
    private final ParkedRetry parked;

    @Activate
    public EventDeliveryResource(@Reference EventDelivery delivery, @Reference ParkedRetry parked) {
        this.delivery = delivery;
        this.parked = parked;
    }

    @GET
    @Path("subscribers")
    @RequiresPermission(Permissions.EVENTS_MANAGE)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Subscribers and how far they are / 订阅者及其进度")
    public List<SubscriberStanding> subscribers() {
        return delivery.subscribers();
    }

    @GET
    @Path("parked")
    @RequiresPermission(Permissions.EVENTS_MANAGE)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Events that subscribers failed at, parked or tried again by themselves / 处理失败的事件")
    public Page<FailedEvent> failed(
            @Parameter(description = "Name of a subscriber / 订阅者") @QueryParam("subscriber") String subscriber,
            @BeanParam PageParams page) {
        return delivery.failed(subscriber, page.of(Set.of()));
    }

    /** No POST: an Idempotency-Key would make one transaction of it, and asking again does no harm anyhow. */
    @PUT
    @Path("parked/retry")
    @RequiresPermission(Permissions.EVENTS_MANAGE)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Try all parked events again now / 立即重试全部已搁置的事件")
    public RetriedEvents retryAll(
            @Parameter(description = "Name of a subscriber; all without it / 订阅者,不填则为全部") @QueryParam("subscriber")
                    String subscriber) {
        return parked.run(subscriber, Progress.NONE);
    }

    @POST
    @Path("parked/{subscriber}/{position}/retry")
    @RequiresPermission(Permissions.EVENTS_MANAGE)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Try an event again now, then what waits behind it / 立即重试")
    public void retry(@PathParam("subscriber") String subscriber, @PathParam("position") long position) {
        delivery.retry(subscriber, position);
    }

    @POST
    @Path("parked/{subscriber}/{position}/skip")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(Permissions.EVENTS_MANAGE)
    @UnitScoped(in = UnitScoped.In.DISTRICT)
    @Operation(summary = "Leave an event out for a subscriber, for good / 跳过事件")
    public void skip(
            @PathParam("subscriber") String subscriber, @PathParam("position") long position, SkipReason body) {
        delivery.skip(subscriber, position, body == null ? null : body.reason());
    }
}
