package org.gridloom.platform.modules.internal.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.platform.modules.internal.contents.BundleContent;
import org.gridloom.platform.modules.internal.karaf.FeatureSet;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/**
 * The container as it is, and what a change would bring and take away.
 *
 * @param target what is wanted
 * @param arriving bundles that would be installed, or updated to
 * @param replaced by symbolic name the installed bundles that would be updated
 * @param leaving bundles that would be uninstalled
 * @param before features that are wanted now, and what they need
 * @param after the same afterwards
 * @param context of the container
 */
record Prospect(
        Target target,
        List<BundleContent> arriving,
        Map<String, Bundle> replaced,
        List<Bundle> leaving,
        FeatureSet before,
        FeatureSet after,
        BundleContext context) {

    /** Bundles that stay as they are. */
    List<Bundle> staying() {
        Set<Bundle> changed = new HashSet<>(leaving);
        changed.addAll(replaced.values());
        return Arrays.stream(context.getBundles())
                .filter(bundle -> !changed.contains(bundle))
                .toList();
    }

    /** Bundles whose present classes would be gone. */
    List<Bundle> outdated() {
        List<Bundle> outdated = new ArrayList<>(leaving);
        outdated.addAll(replaced.values());
        return outdated;
    }

    /** The installed bundle that one of the arriving takes the place of. */
    Optional<Bundle> former(BundleContent arriving) {
        return Optional.ofNullable(replaced.get(arriving.name()));
    }
}
