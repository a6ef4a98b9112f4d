package org.gridloom.organization.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gridloom.organization.BoundaryDraft;
import org.gridloom.organization.DrawnBoundary;
import org.gridloom.organization.NewUnit;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitBoundary;
import org.gridloom.organization.UnitChange;
import org.gridloom.organization.UnitEditing;
import org.gridloom.organization.UnitFilter;
import org.gridloom.organization.UnitNode;
import org.gridloom.organization.UnitPeriod;
import org.gridloom.organization.UnitSuccession;
import org.gridloom.organization.Units;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageParams;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.Versions;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Units of territory. */
@Component(service = RestResource.class)
@Path("organization/units")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class UnitResource implements RestResource {

    static final String GEO_JSON = "application/geo+json";
    private static final String EXAMPLE = "{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[123.41,41.75],[123.42,41.75],[123.42,41.76],[123.41,41.75]]]}";
    private static final int PERMANENT_REDIRECT = 308;
    /** More than a boundary may have; what comes after need not be read to see that it is too long. */
    private static final int MOST_BYTES = 4_000_001;

    private final Units units;
    private final UnitEditing editing;

    @Activate
    public UnitResource(@Reference Units units, @Reference UnitEditing editing) {
        this.units = units;
        this.editing = editing;
    }

    @GET
    @RequiresPermission(TerritoryPermissions.UNIT_READ)
    @UnitScoped(in = In.QUERY, name = "under")
    @Operation(summary = "List and search units / 区域单元列表与查找")
    public Page<Unit> list(@BeanParam UnitParams which, @BeanParam PageParams page) {
        return units.list(which.filter(), page.of(Units.SORTABLE));
    }

    @POST
    @RequiresPermission(TerritoryPermissions.UNIT_EDIT)
    @UnitScoped(in = In.BODY, name = "parent")
    @Operation(summary = "Create a unit; with dryRun only see it as it would be / 新设单元,dryRun 只预览")
    public Response create(@QueryParam("dryRun") @DefaultValue("false") Boolean dryRun, NewUnit body) {
        Unit made = editing.create(body, dryRun);
        return dryRun
                ? Response.ok(made).build()
                : Versions.created("organization/units/" + made.code(), made, made.version());
    }

    @GET
    @Path("{code}")
    @RequiresPermission(TerritoryPermissions.UNIT_READ)
    @UnitScoped(in = In.PATH, name = "code")
    @Operation(summary = "Read a unit; a former code leads to its successor / 查看单元,旧编码转向承接单元")
    public Response get(
            @PathParam("code") String code, @QueryParam("asOf") LocalDate asOf, @Context UriInfo requested) {
        try {
            Unit unit = units.get(code, asOf);
            return Versions.ok(unit, unit.version());
        } catch (Problem problem) {
            Optional<Unit> successor =
                    problem.kind() == Problem.Kind.GONE ? units.successor(code, asOf) : Optional.empty();
            return Response.status(PERMANENT_REDIRECT)
                    .location(at(requested, successor.orElseThrow(() -> problem).code()))
                    .build();
        }
    }

    /** The same request for another code. */
    private static URI at(UriInfo requested, String code) {
        URI asked = requested.getRequestUri();
        String path = asked.getRawPath();
        return UriBuilder.fromUri(asked)
                .replacePath(path.substring(0, path.lastIndexOf('/') + 1) + code)
                .build();
    }

    @PATCH
    @Path("{code}")
    @RequiresPermission(TerritoryPermissions.UNIT_EDIT)
    @UnitScoped(in = In.PATH, name = "code")
    @Operation(
            summary = "Rename a unit or change what is recorded of it; with dryRun only see it as it would be"
                    + " / 更名或修改登记内容,dryRun 只预览")
    public Response change(
            @PathParam("code") String code,
            @QueryParam("dryRun") @DefaultValue("false") Boolean dryRun,
            @HeaderParam("If-Match") String ifMatch,
            UnitChange body) {
        Unit unit = editing.change(code, body, Versions.required(ifMatch), dryRun);
        return Versions.ok(unit, unit.version());
    }

    @GET
    @Path("{code}/children")
    @RequiresPermission(TerritoryPermissions.UNIT_READ)
    @UnitScoped(in = In.PATH, name = "code")
    @Operation(summary = "Units directly below / 直接下级单元")
    public Page<Unit> children(
            @PathParam("code") String code, @QueryParam("asOf") LocalDate asOf, @BeanParam PageParams page) {
        return units.list(UnitFilter.childrenOf(code, asOf), page.of(Units.SORTABLE));
    }

    @GET
    @Path("{code}/subtree")
    @RequiresPermission(TerritoryPermissions.UNIT_READ)
    @UnitScoped(in = In.PATH, name = "code")
    @Operation(summary = "The unit and all below it, as a list / 该单元及其下全部单元(列表)")
    public Page<Unit> subtree(
            @PathParam("code") String code,
            @QueryParam("level") String level,
            @QueryParam("asOf") LocalDate asOf,
            @BeanParam PageParams page) {
        return units.list(UnitFilter.under(code, asOf).at(level), page.of(Units.SORTABLE));
    }

    @GET
    @Path("{code}/tree")
    @RequiresPermission(TerritoryPermissions.UNIT_READ)
    @UnitScoped(in = In.PATH, name = "code")
    @Operation(summary = "The unit and some levels below it, as a tree / 该单元及其下若干层(树)")
    public UnitNode tree(
            @PathParam("code") String code, @QueryParam("depth") Integer depth, @QueryParam("asOf") LocalDate asOf) {
        return units.tree(code, depth == null ? 1 : depth, asOf);
    }

    @GET
    @Path("{code}/ancestors")
    @RequiresPermission(TerritoryPermissions.UNIT_READ)
    @UnitScoped(in = In.PATH, name = "code")
    @Operation(summary = "Units above, from the top / 各级上级单元")
    public List<Unit> ancestors(@PathParam("code") String code, @QueryParam("asOf") LocalDate asOf) {
        return units.ancestors(code, asOf);
    }

    @GET
    @Path("{code}/history")
    @RequiresPermission(TerritoryPermissions.UNIT_READ)
    @UnitScoped(in = In.PATH, name = "code")
    @Operation(summary = "Codes, names and records of the unit through time / 单元历次编码、名称与登记内容")
    public List<UnitPeriod> history(@PathParam("code") String code) {
        return units.history(code);
    }

    @GET
    @Path("{code}/succession")
    @RequiresPermission(TerritoryPermissions.UNIT_READ)
    @UnitScoped(in = In.PATH, name = "code")
    @Operation(summary = "Moves, merges, splits and closing of the unit / 单元沿革")
    public List<UnitSuccession> succession(@PathParam("code") String code) {
        return units.succession(code);
    }

    @GET
    @Path("{code}/boundary")
    @Produces({GEO_JSON, MediaType.APPLICATION_JSON})
    @RequiresPermission(TerritoryPermissions.UNIT_READ)
    @UnitScoped(in = In.PATH, name = "code")
    @Operation(summary = "The unit's boundary as GeoJSON / 单元边界")
    public Response boundary(@PathParam("code") String code, @QueryParam("asOf") LocalDate asOf) {
        UnitBoundary boundary = units.boundary(code, asOf)
                .orElseThrow(() -> Problem.notFound(Text.of("该单元未登记边界", "No boundary is recorded for this unit")));
        return Versions.ok(boundary.geoJson(), boundary.version());
    }

    @PUT
    @Path("{code}/boundary")
    @Consumes({GEO_JSON, MediaType.APPLICATION_JSON})
    @RequiresPermission(TerritoryPermissions.UNIT_EDIT)
    @UnitScoped(in = In.PATH, name = "code")
    @Operation(
            summary = "Set the unit's boundary from a date on; warns where it lies outside that of the unit above /"
                    + " 设定单元边界,超出上级边界时提示")
    public Response draw(
            @PathParam("code") String code,
            @QueryParam("date") LocalDate date,
            @Parameter(description = "Where the outline comes from / 边界资料来源") @QueryParam("source") String source,
            @HeaderParam("If-Match") String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = GEO_JSON,
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(EXAMPLE)))
                    InputStream body)
            throws IOException {
        long version = Versions.required(ifMatch);
        String geoJson = new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        DrawnBoundary drawn = editing.draw(code, new BoundaryDraft(geoJson, date, source), version);
        return Versions.ok(drawn, drawn.version());
    }
}
