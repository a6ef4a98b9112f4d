package org.gridloom.platform.rest.internal.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.gridloom.platform.rest.RestResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

class ComponentsTest {

    private final Bundle snow = mock(Bundle.class);
    private final ServiceComponentRuntime runtime = mock(ServiceComponentRuntime.class);
    private final ComponentDescriptionDTO description = new ComponentDescriptionDTO();
    private final ComponentConfigurationDTO configuration = new ComponentConfigurationDTO();
    private final Components components = new Components(runtime);

    @BeforeEach
    void declare() {
        ReferenceDTO clock = new ReferenceDTO();
        clock.name = "clock";
        clock.interfaceName = "java.time.Clock";
        description.implementationClass = "org.acme.Ploughs";
        description.serviceInterfaces = new String[] {RestResource.class.getName()};
        description.references = new ReferenceDTO[] {clock};
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[0];
        when(runtime.getComponentDescriptionDTOs(snow)).thenReturn(List.of(description));
        when(runtime.getComponentConfigurationDTOs(description)).thenReturn(List.of(configuration));
    }

    @Test
    void oneThatFailedSaysWhyInOneLine() {
        configuration.state = ComponentConfigurationDTO.FAILED_ACTIVATION;
        configuration.failure =
                "java.lang.IllegalStateException: no ploughs\n\tat org.acme.Ploughs.<init>(Ploughs.java:7)\n";
        assertThat(components.waiting(snow))
                .containsExactly(
                        new Components.Waiting("org.acme.Ploughs", List.of(), "IllegalStateException: no ploughs"));
    }

    @Test
    void oneThatWaitsNamesWhatItWaitsFor() {
        UnsatisfiedReferenceDTO clock = new UnsatisfiedReferenceDTO();
        clock.name = "clock";
        configuration.state = ComponentConfigurationDTO.UNSATISFIED_REFERENCE;
        configuration.unsatisfiedReferences = new UnsatisfiedReferenceDTO[] {clock};
        assertThat(components.waiting(snow))
                .containsExactly(new Components.Waiting("org.acme.Ploughs", List.of("java.time.Clock"), null));
    }

    @Test
    void aPathIsMissingOnlyWhereAResourceWaits() {
        configuration.state = ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION;
        assertThat(components.waitingResources(snow))
                .isEqualTo(components.waiting(snow))
                .hasSize(1);
        description.serviceInterfaces = new String[] {"org.acme.Ploughs"};
        assertThat(components.waitingResources(snow)).isEmpty();
        assertThat(components.waiting(snow)).hasSize(1);
    }

    @Test
    void oneThatWorksOrWasNeverAskedForIsFine() {
        configuration.state = ComponentConfigurationDTO.SATISFIED;
        assertThat(components.waiting(snow)).isEmpty();
        configuration.state = ComponentConfigurationDTO.ACTIVE;
        assertThat(components.waiting(snow)).isEmpty();
    }
}
