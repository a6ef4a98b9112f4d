package org.gridloom.platform.web.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.text.Text;

/**
 * What the caller may see of the web face.
 *
 * @param revision changes when anything here does
 * @param groups sections of the menu that hold a page, in their order
 */
public record UiView(String revision, District district, List<GroupView> groups, List<ModuleView> modules) {

    /**
     * The district; without code and name before its first unit is made.
     *
     * @param accent its colour, {@code #rrggbb}
     */
    public record District(
            @Schema(nullable = true) String code,
            @Schema(nullable = true) String name,
            String accent) {}

    /** A section of the menu. */
    public record GroupView(String code, Text label) {}

    /**
     * A bundle.
     *
     * @param base address of its files; changes with their contents
     * @param drillDowns addresses of lists, each with the path of the page that shows it
     */
    public record ModuleView(
            String name,
            String version,
            String base,
            List<PageView> pages,
            List<SlotView> slots,
            Map<String, String> drillDowns) {}

    /**
     * A page.
     *
     * @param path address within the shell
     * @param module file below the bundle's base that defines the element
     */
    public record PageView(
            String path,
            String tag,
            String module,
            Text label,
            @Schema(nullable = true) String group,
            @Schema(nullable = true) String icon,
            int order) {}

    /** A panel or column in another bundle's page. */
    public record SlotView(String slot, String tag, String module, Text label, int order) {}
}
