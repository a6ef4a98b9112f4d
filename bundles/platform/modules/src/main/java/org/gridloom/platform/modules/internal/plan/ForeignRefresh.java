package org.gridloom.platform.modules.internal.plan;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gridloom.platform.modules.internal.contents.BundleContent;
import org.gridloom.platform.text.Text;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;

/** Bundles of others that would stop and start again, as they hold classes of what changes or would get other ones. */
final class ForeignRefresh implements Check {

    @Override
    public List<Objection> objections(Prospect prospect) {
        Set<String> names = names(prospect);
        return names.isEmpty()
                ? List.of()
                : List.of(new Objection(
                        "foreign-refresh",
                        Text.of("其他模块将随之重启:%s", "Bundles of others would be restarted: %s", String.join(", ", names)),
                        true));
    }

    static Set<String> names(Prospect prospect) {
        Set<Bundle> foreign = new HashSet<>(dependent(prospect.context(), prospect.outdated()));
        List<Bundle> staying = prospect.staying();
        foreign.retainAll(staying);
        Set<String> offered = prospect.arriving().stream()
                .filter(arriving -> prospect.former(arriving).isEmpty())
                .flatMap(arriving -> Requirements.offered(arriving).stream())
                .filter(capability -> capability.getNamespace().equals(PackageNamespace.PACKAGE_NAMESPACE))
                .map(ForeignRefresh::packageOf)
                .collect(Collectors.toSet());
        staying.stream().filter(bundle -> wouldTake(bundle, offered)).forEach(foreign::add);
        Set<String> hosts = prospect.arriving().stream()
                .map(BundleContent::headers)
                .map(headers -> headers.get(Constants.FRAGMENT_HOST))
                .filter(Objects::nonNull)
                .map(host -> host.split(";", 2)[0].trim())
                .collect(Collectors.toSet());
        staying.stream()
                .filter(bundle -> hosts.contains(bundle.getSymbolicName()))
                .forEach(foreign::add);
        return foreign.stream().map(Bundle::getSymbolicName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Collection<Bundle> dependent(org.osgi.framework.BundleContext context, List<Bundle> outdated) {
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        return wiring.getDependencyClosure(outdated);
    }

    private static String packageOf(Capability capability) {
        return String.valueOf(capability.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE));
    }

    /** A package that it does without, or has from another: the resolver might give it the new one. */
    private static boolean wouldTake(Bundle bundle, Set<String> offered) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (offered.isEmpty() || revision == null || wiring == null || bundle.getBundleId() == 0) {
            return false;
        }
        return revision.getDeclaredRequirements(PackageNamespace.PACKAGE_NAMESPACE).stream()
                .filter(requirement -> !PackageNamespace.RESOLUTION_DYNAMIC.equals(
                        requirement.getDirectives().get(Namespace.REQUIREMENT_RESOLUTION_DIRECTIVE)))
                .map(Requirements::packageOf)
                .anyMatch(offered::contains);
    }
}
