package org.gridloom.platform.modules.internal.change;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.features.FeatureEvent;
import org.apache.karaf.features.FeaturesListener;
import org.apache.karaf.features.RepositoryEvent;
import org.gridloom.platform.modules.internal.disk.WantedModules;
import org.gridloom.platform.modules.internal.karaf.Container;
import org.gridloom.platform.rest.running.RunningModules;
import org.gridloom.platform.rest.running.StartedModules;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Karaf's own commands install or uninstall is wanted, or not any more, at the next start too. */
@Component
public final class AskedAtConsole implements FeaturesListener {

    private static final Logger LOG = LoggerFactory.getLogger(AskedAtConsole.class);

    private final Container container;
    private final WantedModules wanted;
    private final Changes changes;
    private final RunningModules running;

    /** @param started before, features come and go that nobody asked for now */
    @Activate
    public AskedAtConsole(
            @Reference StartedModules started,
            @Reference Container container,
            @Reference WantedModules wanted,
            @Reference Changes changes,
            @Reference RunningModules running) {
        this.container = container;
        this.wanted = wanted;
        this.changes = changes;
        this.running = running;
    }

    @Override
    public void featureEvent(FeatureEvent event) {
        if (event.isReplay() || changes.isUnderWay()) {
            return;
        }
        Set<String> asked = container.roots().stream().map(Container::nameOf).collect(Collectors.toSet());
        Map<String, Optional<String>> known = wanted.all();
        Set<String> choosable = container.distribution().stream()
                .map(feature -> feature.getName())
                .collect(Collectors.toCollection(HashSet::new));
        for (String feature : choosable) {
            if (asked.contains(feature) && !known.containsKey(feature)) {
                wanted.put(feature, Optional.empty());
                LOG.info("{} is wanted from now on", feature);
            } else if (!asked.contains(feature)
                    && known.containsKey(feature)
                    && !running.leftOut().contains(feature)) {
                wanted.remove(feature);
                LOG.info("{} is not wanted any more", feature);
            }
        }
    }

    @Override
    public void repositoryEvent(RepositoryEvent event) {
        // Repositories are not what is wanted.
    }
}
