package org.gridloom.platform.modules.internal;

import java.util.List;
import org.gridloom.platform.rest.running.ModuleList.BundleView;
import org.gridloom.platform.rest.running.ModuleList.FeatureView;
import org.gridloom.platform.text.Text;

/**
 * What this node has and could have.
 *
 * @param modules what can be chosen, by name
 * @param features of this node, those that came along included
 * @param bundles of the platform, its capabilities and vendors
 * @param refused files in {@code deploy/} that were not taken
 * @param failed modules that are wanted and could not be started
 * @param changing whether a change is under way
 */
public record ModuleOverview(
        List<ModuleItem> modules,
        List<FeatureView> features,
        List<BundleView> bundles,
        List<RefusedFile> refused,
        List<FailedModule> failed,
        boolean changing) {

    /**
     * A module that can be chosen.
     *
     * @param feature its name
     * @param title what it is called
     * @param version that runs; null where it is not installed
     * @param versions that can be had, the newest first
     * @param previous the version to which a rollback leads; null for none
     * @param fromFile whether a version of it came as a file
     * @param actions what can be asked for now: {@code install}, {@code update}, {@code rollback}, {@code uninstall}
     */
    public record ModuleItem(
            String feature,
            Text title,
            String version,
            List<String> versions,
            String previous,
            boolean fromFile,
            List<String> actions) {}

    /** A file and why it was refused. */
    public record RefusedFile(String file, Text reason) {}

    /** A module and why it could not be started. */
    public record FailedModule(String feature, Text reason) {}
}
