package ${package}.internal.rest;

import static ${package}.EntryPermissions.EDIT;
import static ${package}.EntryPermissions.READ;

import ${package}.Entries;
import ${package}.Entry;
import ${package}.EntryDraft;
import ${package}.EntryFilter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Entries. */
@Component(service = RestResource.class)
@Path("${capability}/entries")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class EntryResource implements RestResource {

    private final Entries entries;

    @Activate
    public EntryResource(@Reference Entries entries) {
        this.entries = entries;
    }

    @GET
    @RequiresPermission(READ)
    @UnitScoped(in = In.QUERY, name = "unit")
    @Operation(summary = "List entries / 记录列表")
    public Page<Entry> list(
            @QueryParam("unit") String unit,
            @QueryParam("q") String text,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @BeanParam PageParams page) {
        return entries.list(new EntryFilter(unit, text, from, to), page.of(Entries.SORTABLE));
    }

    @POST
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.BODY, name = "unit")
    @Operation(summary = "Register an entry / 登记")
    @ApiResponse(
            responseCode = "201",
            description = "Created / 已新建",
            content = @Content(schema = @Schema(implementation = Entry.class)))
    public Response register(EntryDraft body) {
        Entry made = entries.register(body);
        return Versions.created("${capability}/entries/" + made.code(), made, made.version());
    }

    @GET
    @Path("{code}")
    @RequiresPermission(READ)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Read an entry / 查看记录")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Entry.class)))
    public Response get(@PathParam("code") String code) {
        Entry entry = entries.get(code);
        return Versions.ok(entry, entry.version());
    }

    @PUT
    @Path("{code}")
    @RequiresPermission(EDIT)
    @UnitScoped(in = In.RECORD, name = "code")
    @Operation(summary = "Change an entry / 修改记录")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = Entry.class)))
    public Response change(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, EntryDraft body) {
        Entry entry = entries.change(code, body, Versions.required(ifMatch));
        return Versions.ok(entry, entry.version());
    }
}
