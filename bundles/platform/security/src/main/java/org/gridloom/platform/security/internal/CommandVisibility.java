package org.gridloom.platform.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Hides the commands of a capability from whoever holds none of its permissions: they are neither listed, nor completed, nor
 * found. What a command does is checked all the same, each time. It is written as Karaf wants it, as a configuration for
 * each scope of commands, which is named as the capability. One that is there already stays as it is: it is ours, or it guards
 * a scope of Karaf's own, which no module may open by bearing its name.
 */
@Component
public final class CommandVisibility {

    private static final String ACL = "org.apache.karaf.command.acl.";
    private static final String EVERY_COMMAND = "*";

    private final ConfigurationAdmin configurations;
    private final PermissionCatalogue catalogue;
    private final Runnable hide = this::hide;

    @Activate
    public CommandVisibility(@Reference ConfigurationAdmin configurations, @Reference PermissionCatalogue catalogue) {
        this.configurations = configurations;
        this.catalogue = catalogue;
        catalogue.onChange(hide);
        hide();
    }

    @Deactivate
    void deactivate() {
        catalogue.offChange(hide);
    }

    /** The role that a console session needs to see the commands of a capability. */
    static String role(String capability) {
        return "capability." + capability;
    }

    private void hide() {
        catalogue.capabilities().forEach(this::hide);
    }

    private void hide(String capability) {
        try {
            Configuration configuration = configurations.getConfiguration(ACL + capability, null);
            if (configuration.getProperties() == null) {
                configuration.update(new Hashtable<>(Map.of(EVERY_COMMAND, role(capability))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
