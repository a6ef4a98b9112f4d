package org.gridloom.platform.rest.internal.figure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The figures of all capabilities; each has its own permission. */
@Component(service = RestResource.class)
@Path("figures")
@Produces(MediaType.APPLICATION_JSON)
public final class FiguresResource implements RestResource {

    private static final int PERMANENT_REDIRECT = 308;

    private final Figures figures;

    @Activate
    public FiguresResource(@Reference Figures figures) {
        this.figures = figures;
    }

    @GET
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = UnitScoped.In.QUERY, name = "unit")
    @Operation(summary = "Figures of a unit / 单位的指标")
    @ApiResponse(
            responseCode = "200",
            description = "Figures that the caller may see / 有权查看的指标",
            content = @Content(schema = @Schema(implementation = FigureList.class)))
    @ApiResponse(responseCode = "308", description = "The unit bears another code on that date / 该日单位编码已变更")
    public Response list(
            @Parameter(description = "Code of the unit; the district if absent / 单位编码,缺省为全区") @QueryParam("unit")
                    String unit,
            @Parameter(description = "Date; today if absent / 日期,缺省为今天") @QueryParam("asOf") LocalDate asOf,
            @Parameter(description = "First day of a period / 期间起始日") @QueryParam("from") LocalDate from,
            @Parameter(description = "Codes of figures, comma-separated; all if absent / 指标代码,逗号分隔")
                    @QueryParam("codes")
                    String codes,
            @Context ContainerRequestContext request) {
        return answer(() -> figures.of(blankToNull(unit), asOf, from, split(codes)), request);
    }

    @GET
    @Path("comparison")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = UnitScoped.In.QUERY, name = "unit")
    @Operation(summary = "Figures of a unit's subunits side by side / 下级单位的指标对比")
    @ApiResponse(
            responseCode = "200",
            description = "Figures that the caller may see in the unit / 在该单位有权查看的指标",
            content = @Content(schema = @Schema(implementation = FigureTable.class)))
    @ApiResponse(responseCode = "308", description = "The unit bears another code on that date / 该日单位编码已变更")
    public Response compare(
            @Parameter(description = "Code of the unit above; the district if absent / 上级单位编码,缺省为全区")
                    @QueryParam("unit")
                    String unit,
            @Parameter(description = "Date; today if absent / 日期,缺省为今天") @QueryParam("asOf") LocalDate asOf,
            @Parameter(description = "First day of a period / 期间起始日") @QueryParam("from") LocalDate from,
            @Parameter(description = "Codes of figures, comma-separated; all if absent / 指标代码,逗号分隔")
                    @QueryParam("codes")
                    String codes,
            @Context ContainerRequestContext request) {
        return answer(() -> figures.compare(blankToNull(unit), asOf, from, split(codes)), request);
    }

    /** The answer, or the way to the unit's code of that date. */
    private static Response answer(Supplier<?> question, ContainerRequestContext request) {
        try {
            return Response.ok(question.get()).build();
        } catch (UnitMoved moved) {
            URI sameOfSuccessor = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replaceQueryParam("unit", moved.successor())
                    .build();
            return Response.status(PERMANENT_REDIRECT).location(sameOfSuccessor).build();
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static Set<String> split(String codes) {
        return codes == null || codes.isBlank()
                ? Set.of()
                : Arrays.stream(codes.split(",")).map(String::trim).collect(Collectors.toSet());
    }
}
