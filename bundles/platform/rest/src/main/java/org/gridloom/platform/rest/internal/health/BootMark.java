package org.gridloom.platform.rest.internal.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridloom.platform.rest.running.StartedModules;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks Karaf's data as whole once all modules are brought. The start script takes the mark away at each start, and throws
 * data without it away: a start was killed while it wrote them.
 */
@Component(
        service = {},
        immediate = true)
public final class BootMark {

    /** In Karaf's data; the start script knows it by this name. */
    static final String FILE = "boot-finished";

    private static final Logger LOG = LoggerFactory.getLogger(BootMark.class);

    /**
     * Made anew when the service appears.
     *
     * @param started is there when all modules are; optional, as whoever brings them stands on this bundle
     */
    @Activate
    public BootMark(
            BundleContext context,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    StartedModules started) {
        String data = context.getProperty("karaf.data");
        if (started != null && data != null) {
            make(Path.of(data, FILE));
        }
    }

    private static void make(Path file) {
        try {
            Files.write(file, new byte[0]);
        } catch (IOException e) {
            LOG.warn("{} cannot be made: the next start installs all modules anew", file, e);
        }
    }
}
