package org.gridloom.platform.operations.internal.support;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.AttributeDefinition;
import org.osgi.service.metatype.MetaTypeInformation;
import org.osgi.service.metatype.MetaTypeService;
import org.osgi.service.metatype.ObjectClassDefinition;

/** Which settings modules declare to be secret. */
@Component(service = SecretSettings.class)
public final class SecretSettings {

    private final BundleContext context;
    private final MetaTypeService types;

    @Activate
    public SecretSettings(BundleContext context, @Reference MetaTypeService types) {
        this.context = context;
        this.types = types;
    }

    /** The keys of a configuration, or of its factory, that are passwords by what some bundle says of them. */
    Set<String> of(String pid) {
        return Arrays.stream(context.getBundles())
                .map(types::getMetaTypeInformation)
                .filter(found -> found != null && declares(found, pid))
                .map(found -> found.getObjectClassDefinition(pid, null))
                .flatMap(found -> Arrays.stream(found.getAttributeDefinitions(ObjectClassDefinition.ALL)))
                .filter(setting -> setting.getType() == AttributeDefinition.PASSWORD)
                .map(AttributeDefinition::getID)
                .collect(Collectors.toSet());
    }

    private static boolean declares(MetaTypeInformation found, String pid) {
        return Arrays.asList(found.getPids()).contains(pid)
                || Arrays.asList(found.getFactoryPids()).contains(pid);
    }
}
