package org.gridloom.platform.jobs.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.gridloom.platform.jobs.internal.notice.NoticeView;
import org.gridloom.platform.jobs.internal.notice.OwnNotices;
import org.gridloom.platform.jobs.internal.notice.UnreadCount;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The caller's own notices. */
@Component(service = RestResource.class)
@Path("notices")
@Produces(MediaType.APPLICATION_JSON)
public final class NoticesResource implements RestResource {

    private final OwnNotices notices;

    @Activate
    public NoticesResource(@Reference OwnNotices notices) {
        this.notices = notices;
    }

    @GET
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = UnitScoped.In.RESULT)
    @Operation(summary = "One's own notices, newest first / 本人的提醒")
    public Page<NoticeView> list(
            @Parameter(description = "Only unread ones / 仅未读") @QueryParam("unread") boolean unread,
            @BeanParam PageParams page) {
        return notices.list(unread, page.of(Set.of()));
    }

    @GET
    @Path("unread")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = UnitScoped.In.RESULT)
    @Operation(summary = "How many of one's notices are unread / 未读提醒数")
    public UnreadCount unread() {
        return notices.unread();
    }

    @POST
    @Path("{id}/read")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = UnitScoped.In.RESULT)
    @Operation(summary = "Mark one of one's notices as read / 标为已读")
    public void read(@PathParam("id") long id) {
        notices.read(id);
    }

    @POST
    @Path("read")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = UnitScoped.In.RESULT)
    @Operation(summary = "Mark all of one's notices as read / 全部标为已读")
    public void readAll(
            @Parameter(description = "Id of the newest that was shown; later ones stay unread / 截至编号")
                    @QueryParam("upTo")
                    Long upTo) {
        notices.readAll(upTo);
    }
}
