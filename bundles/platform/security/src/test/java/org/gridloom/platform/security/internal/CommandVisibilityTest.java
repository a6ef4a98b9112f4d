package org.gridloom.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

class CommandVisibilityTest {

    private final PermissionCatalogue catalogue = new PermissionCatalogue();
    private final ConfigurationAdmin configurations = mock(ConfigurationAdmin.class);
    private final Map<String, Configuration> written = new TreeMap<>();

    @BeforeEach
    void configurations() throws IOException {
        when(configurations.getConfiguration(any(), any()))
                .thenAnswer(call -> written.computeIfAbsent(call.getArgument(0), pid -> mock(Configuration.class)));
        catalogue.addSet(new Permissions());
    }

    @Test
    void theCommandsOfACapabilityNeedItsRoleAndThoseOfThePlatformNone() throws IOException {
        PermissionSet early = () -> List.of(new Permission("parking.space.view", Text.of("查看车位", "See spaces")));
        catalogue.addSet(early);
        CommandVisibility visibility = new CommandVisibility(configurations, catalogue);
        catalogue.addSet(() -> List.of(new Permission("snow.team.view", Text.of("查看队伍", "See teams"))));

        assertThat(written.keySet())
                .containsExactly("org.apache.karaf.command.acl.parking", "org.apache.karaf.command.acl.snow");
        verify(written.get("org.apache.karaf.command.acl.snow"))
                .update(new Hashtable<>(Map.of("*", "capability.snow")));

        visibility.deactivate();
        catalogue.addSet(() -> List.of(new Permission("venue.room.view", Text.of("查看场地", "See venues"))));
        assertThat(written).hasSize(2);
    }

    @Test
    void whatGuardsAScopeAlreadyIsLeftAsItIs() throws IOException {
        Configuration ofKaraf = mock(Configuration.class);
        when(ofKaraf.getProperties()).thenReturn(new Hashtable<>(Map.of("*", "admin")));
        written.put("org.apache.karaf.command.acl.system", ofKaraf);
        catalogue.addSet(() -> List.of(new Permission("system.room.view", Text.of("查看机房", "See rooms"))));

        new CommandVisibility(configurations, catalogue);

        verify(ofKaraf, never()).update(any());
    }
}
