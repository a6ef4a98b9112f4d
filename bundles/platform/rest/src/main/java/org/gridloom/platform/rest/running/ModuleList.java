package org.gridloom.platform.rest.running;

import java.util.List;
import org.gridloom.platform.text.Text;

/** Features and bundles of this node. */
public record ModuleList(List<FeatureView> features, List<BundleView> bundles) {

    /** State of a module without which the operator started. */
    public static final String LEFT_OUT = "left-out";

    /**
     * A feature.
     *
     * @param state {@code uninstalled}, {@code installed}, {@code resolved} or {@code started}
     * @param wanted whether somebody asked for it; others came along
     */
    public record FeatureView(String name, String version, String state, boolean wanted) {}

    /**
     * A bundle.
     *
     * @param state {@code installed}, {@code resolved}, {@code starting}, {@code active} or {@code stopping};
     *     {@code left-out} for a module without which the operator started
     * @param problems what keeps it from working
     */
    public record BundleView(String name, String version, String state, List<Text> problems) {}
}
