package org.gridloom.platform.web.internal.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridloom.build.ui.declaration.Declaration;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.security.RequiresPermission;
import org.gridloom.platform.security.UnitScoped;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.web.internal.Digests;
import org.gridloom.platform.web.internal.Group;
import org.gridloom.platform.web.internal.OfferedUi;
import org.gridloom.platform.web.internal.Ui;
import org.gridloom.platform.web.internal.WebSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the shell puts into its menu. */
@Component(service = RestResource.class)
@Path("ui")
@Produces(MediaType.APPLICATION_JSON)
public final class UiResource implements RestResource {

    private final OfferedUi offered;
    private final WebSettings settings;

    @Activate
    public UiResource(@Reference OfferedUi offered, @Reference WebSettings settings) {
        this.offered = offered;
        this.settings = settings;
    }

    @GET
    @RequiresPermission(RequiresPermission.SIGNED_IN)
    @UnitScoped(in = UnitScoped.In.RESULT)
    @Operation(summary = "Pages and panels that the caller may see / 当前账号可见的页面与面板")
    @ApiResponse(
            responseCode = "200",
            description = "Done / 完成",
            content = @Content(schema = @Schema(implementation = UiView.class)))
    public Response offered(@Parameter(hidden = true) @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        UiView.District district = district();
        List<UiView.ModuleView> modules =
                offered.toCaller().stream().map(UiResource::view).toList();
        List<UiView.GroupView> groups = groups(modules);
        String revision = Digests.shortened(Digests.sha256(language + district + groups + modules));
        return Response.ok(new UiView(revision, district, groups, modules))
                .tag(revision)
                .build();
    }

    private UiView.District district() {
        UnitRef unit = offered.district().orElse(new UnitRef(null, null, null));
        return new UiView.District(unit.code(), unit.name(), settings.accent());
    }

    private static List<UiView.GroupView> groups(List<UiView.ModuleView> modules) {
        return Arrays.stream(Group.values())
                .filter(group -> modules.stream()
                        .flatMap(module -> module.pages().stream())
                        .anyMatch(page -> group.code().equals(page.group())))
                .map(group -> new UiView.GroupView(group.code(), group.label()))
                .toList();
    }

    private static UiView.ModuleView view(Ui ui) {
        Map<String, String> drillDowns = new TreeMap<>();
        ui.declaration().drillDowns().forEach((list, page) -> drillDowns.put(list, address(ui, page)));
        return new UiView.ModuleView(
                ui.name(),
                ui.version(),
                ui.base(),
                ui.declaration().pages().stream().map(page -> view(ui, page)).toList(),
                ui.declaration().slots().stream().map(slot -> view(ui, slot)).toList(),
                drillDowns);
    }

    private static UiView.PageView view(Ui ui, Declaration.Page page) {
        return new UiView.PageView(
                address(ui, page.path()),
                page.tag(),
                page.module(),
                ui.labels().get(page.label()),
                page.group(),
                page.icon(),
                page.order());
    }

    private static UiView.SlotView view(Ui ui, Declaration.Slot slot) {
        return new UiView.SlotView(
                slot.slot(), slot.tag(), slot.module(), ui.labels().get(slot.label()), slot.order());
    }

    private static String address(Ui ui, String path) {
        return path.isEmpty() ? ui.name() : ui.name() + "/" + path;
    }
}
