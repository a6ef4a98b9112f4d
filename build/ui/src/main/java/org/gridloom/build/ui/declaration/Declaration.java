package org.gridloom.build.ui.declaration;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a bundle brings for the web face.
 *
 * @param drillDowns addresses of lists, each with the path of the page that shows it
 */
public record Declaration(List<Page> pages, List<Slot> slots, Map<String, String> drillDowns) {

    /** Sections of the menu, in this order. */
    public static final List<String> GROUPS = List.of("overview", "build", "consult", "govern", "system");

    private static final int LATE = 100;

    public Declaration {
        pages = pages == null ? List.of() : List.copyOf(pages);
        slots = slots == null ? List.of() : List.copyOf(slots);
        drillDowns = drillDowns == null ? Map.of() : Map.copyOf(drillDowns);
    }

    /**
     * A page.
     *
     * @param path below the bundle's name; empty for the name itself
     * @param tag element that shows it, defined by the module
     * @param label key of the bundle's words
     * @param group section of the menu; null for a page that is not in it
     * @param permission null for a page that everybody who is signed in may see
     */
    public record Page(
            @JsonProperty(required = true) String path,
            @JsonProperty(required = true) String tag,
            @JsonProperty(required = true) String module,
            @JsonProperty(required = true) String label,
            String group,
            String icon,
            Integer order,
            String permission) {

        public Page {
            order = Objects.requireNonNullElse(order, LATE);
        }
    }

    /**
     * Something shown in another bundle's page.
     *
     * @param slot the place, named by the bundle whose page it is in
     */
    public record Slot(
            @JsonProperty(required = true) String slot,
            @JsonProperty(required = true) String tag,
            @JsonProperty(required = true) String module,
            @JsonProperty(required = true) String label,
            Integer order,
            String permission) {

        public Slot {
            order = Objects.requireNonNullElse(order, LATE);
        }
    }
}
