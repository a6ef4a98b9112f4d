package org.gridloom.platform.rest.running;

import java.util.Map;
import org.gridloom.platform.text.Text;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Is there once this start has brought the modules that are wanted, or tried to in vain. For the platform's own bundles; what is to
 * happen after the start, and not while modules come, needs this service.
 */
@ProviderType
public interface StartedModules {

    /** Modules that are wanted and could not be started, by name, and why. What was mended or is not wanted any more goes. */
    Map<String, Text> failed();
}
