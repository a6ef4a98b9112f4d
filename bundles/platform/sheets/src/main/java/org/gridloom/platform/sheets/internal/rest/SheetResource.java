package org.gridloom.platform.sheets.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridloom.platform.files.TemporaryFiles;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.security.UnitScoped.In;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheets.internal.CheckedFile;
import org.gridloom.platform.sheets.internal.DefaultSheets;
import org.gridloom.platform.sheets.internal.HeaderMemory;
import org.gridloom.platform.sheets.internal.Runs;
import org.gridloom.platform.sheets.internal.SheetRegistry;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Every list that a module declares: template, import, annotated copy and export. */
@Component(service = RestResource.class)
@Path("sheets")
@Produces(MediaType.APPLICATION_JSON)
public final class SheetResource implements RestResource {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CSV = "text/csv";

    private final SheetRegistry registry;
    private final DefaultSheets sheets;
    private final HeaderMemory memory;
    private final Runs runs;
    private final TemporaryFiles files;

    @Activate
    public SheetResource(
            @Reference SheetRegistry registry,
            @Reference DefaultSheets sheets,
            @Reference HeaderMemory memory,
            @Reference Runs runs,
            @Reference TemporaryFiles files) {
        this.registry = registry;
        this.sheets = sheets;
        this.memory = memory;
        this.runs = runs;
        this.files = files;
    }

    @GET
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Lists that the caller may import or export / 可导入导出的表")
    public List<SheetItem> list() {
        return registry.all().stream().map(this::item).toList();
    }

    @GET
    @Path("{sheet}")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "What a list looks like / 表的各列")
    public SheetItem get(@PathParam("sheet") String sheet) {
        return item(registry.get(sheet).definition());
    }

    private SheetItem item(SheetDefinition list) {
        return new SheetItem(
                list.name(),
                list.title(),
                registry.mayImport(list),
                registry.mayExport(list),
                list.filters(),
                list.columns().stream().map(SheetColumnItem::of).toList());
    }

    @GET
    @Path("{sheet}/template")
    @Produces({XLSX, CSV})
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "The empty list with its headers, notes and choices / 下载模板")
    public Response template(
            @PathParam("sheet") String name,
            @Parameter(description = "xlsx, csv") @QueryParam("format") @DefaultValue("xlsx") String format,
            @Context HttpHeaders headers)
            throws IOException {
        Sheet sheet = registry.get(name);
        Locale language = language(headers);
        SheetFormat wanted = format(format);
        return FileAnswer.of(
                files,
                sheet.definition().title().in(language),
                wanted,
                out -> sheets.template(sheet, wanted, language, out));
    }

    @POST
    @Path("{sheet}/import")
    @Consumes({XLSX, CSV, MediaType.APPLICATION_OCTET_STREAM})
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Import a list (xlsx or CSV), all or nothing; a dry run lists the faults / 导入,预检列出错误")
    public SheetAnswer load(
            @PathParam("sheet") String name,
            @QueryParam("dryRun") boolean dryRun,
            @Parameter(description = "Name under which it can be followed and cancelled / 供查看进度与取消的名称")
                    @QueryParam("follow")
                    String follow,
            @Schema(type = "string", example = "编码,名称") InputStream body)
            throws IOException {
        Sheet sheet = registry.get(name);
        try (Runs.Run run = runs.begin(follow);
                CheckedFile file = sheets.run(sheet, body, dryRun, run)) {
            if (!dryRun && !file.report().accepted()) {
                throw Problem.invalid(file.report().violations());
            }
            return SheetAnswer.of(file);
        }
    }

    @POST
    @Path("{sheet}/annotated")
    @Consumes({XLSX, CSV, MediaType.APPLICATION_OCTET_STREAM})
    @Produces({XLSX, CSV})
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "The caller's own file with every fault beside its row; nothing is written / 标注错误的副本")
    public Response annotate(
            @PathParam("sheet") String name,
            @Context HttpHeaders headers,
            @Schema(type = "string", example = "编码,名称") InputStream body)
            throws IOException {
        Sheet sheet = registry.get(name);
        Locale language = language(headers);
        try (CheckedFile file = sheets.check(sheet, body, Progress.NONE)) {
            return FileAnswer.of(
                    files, sheet.definition().title().in(language), file.format(), out -> file.annotate(language, out));
        }
    }

    @GET
    @Path("{sheet}/export")
    @Produces({XLSX, CSV})
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(
            summary = "Export the list; the list's filters and sort are further parameters / 导出",
            description = "Parameters: format (xlsx, csv), sort, and the filters that the list names")
    public Response export(@PathParam("sheet") String name, @Context UriInfo uri, @Context HttpHeaders headers)
            throws IOException {
        Sheet sheet = registry.get(name);
        Locale language = language(headers);
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        Map<String, String> filters = new HashMap<>();
        given.forEach((filter, values) -> {
            if (!values.get(0).isBlank()) {
                filters.put(filter, values.get(0));
            }
        });
        String wanted = filters.remove("format");
        SheetQuery query = new SheetQuery(filters, filters.remove("sort"));
        SheetFormat format = format(wanted == null ? "xlsx" : wanted);
        return FileAnswer.of(
                files,
                sheet.definition().title().in(language),
                format,
                out -> sheets.export(sheet, query, format, language, out));
    }

    @GET
    @Path("{sheet}/mapping")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "What headers mean to the caller / 已记住的表头对应关系")
    public HeaderMapping remembered(@PathParam("sheet") String name) {
        return new HeaderMapping(memory.of(registry.get(name).definition()));
    }

    @PUT
    @Path("{sheet}/mapping")
    @Consumes(MediaType.APPLICATION_JSON)
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Remember what headers mean to the caller / 记住表头对应关系")
    public void remember(@PathParam("sheet") String name, HeaderMapping body) {
        memory.remember(registry.get(name).definition(), body == null ? null : body.columns());
    }

    @GET
    @Path("runs/{run}")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "How far an own import is / 导入进度")
    public Progress.Standing follow(@PathParam("run") String run) {
        return runs.standing(run);
    }

    @DELETE
    @Path("runs/{run}")
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = In.RESULT)
    @Operation(summary = "Cancel an own import; it leaves nothing / 取消导入")
    public void cancel(@PathParam("run") String run) {
        runs.cancel(run);
    }

    private static Locale language(HttpHeaders headers) {
        return headers.getAcceptableLanguages().get(0);
    }

    private static SheetFormat format(String name) {
        for (SheetFormat format : SheetFormat.values()) {
            if (format.extension().equals(name)) {
                return format;
            }
        }
        throw Problem.invalid("format", Text.of("只能是 xlsx 或 csv", "Must be xlsx or csv"));
    }
}
