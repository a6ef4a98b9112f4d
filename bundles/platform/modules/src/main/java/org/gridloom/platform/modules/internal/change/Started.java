package org.gridloom.platform.modules.internal.change;

import java.util.Map;
import org.gridloom.platform.rest.running.StartedModules;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@link Start} enables it when it has done what it can. */
@Component(enabled = false)
public final class Started implements StartedModules {

    private final Start start;

    @Activate
    public Started(@Reference Start start) {
        this.start = start;
    }

    @Override
    public Map<String, Text> failed() {
        return start.failed();
    }
}
