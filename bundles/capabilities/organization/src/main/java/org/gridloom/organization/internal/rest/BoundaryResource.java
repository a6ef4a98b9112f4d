package org.gridloom.organization.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.gridloom.organization.BoundaryFilter;
import org.gridloom.organization.BoundaryImport;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.UnitBoundaries;
import org.gridloom.organization.Units;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Boundaries of many units, for maps. */
@Component(service = RestResource.class)
@Path("organization/boundaries")
@Produces({UnitResource.GEO_JSON, MediaType.APPLICATION_JSON})
public final class BoundaryResource implements RestResource {

    private static final String EXAMPLE = "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
            + "\"properties\":{\"code\":\"210102021\",\"name\":\"长白街道\",\"level\":\"street\"},"
            + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + "[[[123.41,41.75],[123.42,41.75],[123.42,41.76],[123.41,41.75]]]}}]}";

    private final Units units;
    private final BoundaryImport imports;

    @Activate
    public BoundaryResource(@Reference Units units, @Reference BoundaryImport imports) {
        this.units = units;
        this.imports = imports;
    }

    @GET
    @RequiresPermission(TerritoryPermissions.UNIT_READ)
    @UnitScoped(in = In.QUERY, name = "under")
    @Operation(summary = "Boundaries of units below a unit as GeoJSON / 下级单元边界")
    @ApiResponse(
            responseCode = "200",
            description = "FeatureCollection; units without a boundary are left out / 未登记边界的单元不列出",
            content =
                    @Content(
                            mediaType = UnitResource.GEO_JSON,
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(EXAMPLE)))
    @ApiResponse(responseCode = "304", description = "Nothing has changed / 无变化")
    public Response list(
            @Parameter(description = "Below this unit; the district if absent / 该单元之下,缺省为全区") @QueryParam("under")
                    String under,
            @Parameter(description = "Level of the units; directly below if absent / 层级,缺省为直接下级") @QueryParam("level")
                    String level,
            @Parameter(description = "The unit's own boundary too / 含该单元自身边界")
                    @QueryParam("self")
                    @DefaultValue("false")
                    Boolean self,
            @QueryParam("asOf") LocalDate asOf) {
        UnitBoundaries boundaries = units.boundaries(new BoundaryFilter(under, level, self, asOf));
        StreamingOutput body = boundaries::writeTo;
        return Response.ok(body).tag(boundaries.revision()).build();
    }

    @POST
    @Path("import")
    @Consumes({UnitResource.GEO_JSON, MediaType.APPLICATION_JSON})
    @Produces(MediaType.APPLICATION_JSON)
    @RequiresPermission(TerritoryPermissions.UNIT_EDIT)
    @UnitScoped(in = In.RESULT)
    @Operation(
            summary = "Import boundaries (GeoJSON FeatureCollection, property code), all or nothing / 导入边界(GeoJSON,属性"
                    + " code 为单元编码),全部成功或全不写入")
    public ImportReport load(
            @Parameter(description = "First day of the boundaries; today if absent / 边界起始日,缺省为今天") @QueryParam("date")
                    LocalDate date,
            @QueryParam("dryRun") @DefaultValue("false") Boolean dryRun,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = UnitResource.GEO_JSON,
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(EXAMPLE)))
                    InputStream body)
            throws IOException {
        return imports.importGeoJson(body, date, dryRun, Progress.NONE).orRefused();
    }
}
