package org.gridloom.platform.settings.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.assembly.AssemblySection;
import org.gridloom.platform.settings.SettingsCheck;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Registers a section for each module whose settings are one. */
@Component(service = {})
public final class OwnSections {

    private final BundleContext context;
    private final SettingsParts parts;
    private final Map<SettingsCheck, ServiceRegistration<AssemblySection>> registrations = new ConcurrentHashMap<>();

    @Activate
    public OwnSections(BundleContext context, @Reference SettingsParts parts) {
        this.context = context;
        this.parts = parts;
    }

    @Deactivate
    void close() {
        registrations.keySet().forEach(this::remove);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(SettingsCheck check) {
        if (check.section() != null) {
            AssemblySection section = new OwnSection(check.section(), check.module(), parts);
            registrations.put(check, context.registerService(AssemblySection.class, section, null));
        }
    }

    void remove(SettingsCheck check) {
        ServiceRegistration<AssemblySection> registration = registrations.remove(check);
        if (registration != null) {
            registration.unregister();
        }
    }

    /** The settings of one module. */
    private record OwnSection(String key, String module, SettingsParts parts) implements AssemblySection {

        /** What the district is called and how its codes are made comes before all that is told by them. */
        private static final int EARLY = 10;

        @Override
        public int order() {
            return EARLY;
        }

        @Override
        public Object export() {
            return parts.export(parts.get(module));
        }

        @Override
        public Object check(AssemblyPart part) {
            return parts.check(parts.get(module), part);
        }

        @Override
        public void apply(Object wanted) {
            parts.apply(key, parts.get(module), (Map<?, ?>) wanted);
        }

        @Override
        public void applied() {
            parts.hold(parts.get(module));
        }
    }
}
