package org.gridloom.platform.rest.internal.module;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.internal.problem.SafeReason;
import org.osgi.framework.Bundle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** What keeps components of a bundle from working. */
@Component(service = Components.class)
public final class Components {

    private final ServiceComponentRuntime runtime;

    @Activate
    public Components(@Reference ServiceComponentRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * A component that waits or failed.
     *
     * @param waitsFor services that are not there, empty for one that failed or wants a configuration
     * @param failure why it failed, in one line; null where it did not
     */
    public record Waiting(String component, List<String> waitsFor, String failure) {

        public Waiting {
            waitsFor = List.copyOf(waitsFor);
        }
    }

    public List<Waiting> waiting(Bundle bundle) {
        return waiting(bundle, description -> true);
    }

    /** Those of them that are REST resources, so that paths are missing. Asked often: what others wait for is dear to find. */
    public List<Waiting> waitingResources(Bundle bundle) {
        return waiting(
                bundle,
                description -> Arrays.asList(description.serviceInterfaces).contains(RestResource.class.getName()));
    }

    private List<Waiting> waiting(Bundle bundle, Predicate<ComponentDescriptionDTO> concerned) {
        List<Waiting> waiting = new ArrayList<>();
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs(bundle)) {
            if (concerned.test(description)) {
                runtime.getComponentConfigurationDTOs(description).stream()
                        .filter(Components::isWaiting)
                        .forEach(configuration -> waiting.add(waiting(description, configuration)));
            }
        }
        return waiting;
    }

    private static boolean isWaiting(ComponentConfigurationDTO configuration) {
        return configuration.state != ComponentConfigurationDTO.ACTIVE
                && configuration.state != ComponentConfigurationDTO.SATISFIED;
    }

    private static Waiting waiting(ComponentDescriptionDTO description, ComponentConfigurationDTO configuration) {
        List<String> services = Arrays.stream(configuration.unsatisfiedReferences)
                .map(reference -> service(description, reference))
                .sorted()
                .collect(Collectors.toList());
        return new Waiting(
                description.implementationClass,
                services,
                configuration.failure == null ? null : SafeReason.of(configuration.failure));
    }

    private static String service(ComponentDescriptionDTO description, UnsatisfiedReferenceDTO unsatisfied) {
        String name = Arrays.stream(description.references)
                .filter(reference -> reference.name.equals(unsatisfied.name))
                .map(reference -> reference.interfaceName)
                .findFirst()
                .orElse(unsatisfied.name);
        return unsatisfied.target == null ? name : name + " " + unsatisfied.target;
    }
}
