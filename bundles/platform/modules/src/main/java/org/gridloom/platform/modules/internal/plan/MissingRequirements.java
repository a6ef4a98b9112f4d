package org.gridloom.platform.modules.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.felix.utils.resource.CapabilityImpl;
import org.apache.felix.utils.resource.RequirementImpl;
import org.gridloom.platform.modules.internal.contents.BundleContent;
import org.gridloom.platform.text.Text;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Capability;
import org.osgi.resource.Namespace;
import org.osgi.resource.Requirement;

/** A bundle that would not resolve would neither run nor say why; and whoever needs what goes would stop. */
final class MissingRequirements implements Check {

    private static final String API = "org.gridloom.api";
    private static final String NATIVE = "osgi.native";

    @Override
    public List<Objection> objections(Prospect prospect) {
        List<Objection> objections = new ArrayList<>();
        for (String feature : prospect.after().missing()) {
            objections.add(Objection.of(
                    "missing-feature",
                    Text.of("所需的功能 %s 不存在", "The feature %s is needed and not known", shown(feature))));
        }
        for (BundleContent bundle : prospect.arriving()) {
            Requirements.of(bundle).stream()
                    .filter(requirement -> !requirement.getNamespace().equals(NATIVE))
                    .filter(requirement -> isReleased(requirement)
                            && offered(prospect, requirement.getNamespace())
                                    .noneMatch(capability -> matches(requirement, capability)))
                    .map(requirement -> objection(prospect, bundle, requirement))
                    .forEach(objections::add);
        }
        return objections;
    }

    /** Of the others {@link InternalImports} tells more. */
    private static boolean isReleased(Requirement requirement) {
        String name = Requirements.packageOf(requirement);
        return name == null || !InternalImports.isInternal(name);
    }

    private static boolean matches(Requirement requirement, Capability capability) {
        return new RequirementImpl(
                        requirement.getResource(),
                        requirement.getNamespace(),
                        requirement.getDirectives(),
                        requirement.getAttributes())
                .matches(new CapabilityImpl(
                        capability.getResource(),
                        capability.getNamespace(),
                        capability.getDirectives(),
                        capability.getAttributes()));
    }

    /** By whatever is there after the change. */
    private static Stream<Capability> offered(Prospect prospect, String namespace) {
        Stream<Capability> staying = prospect.staying().stream()
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .filter(Objects::nonNull)
                .flatMap(revision -> revision.getCapabilities(namespace).stream());
        Stream<Capability> arriving = prospect.arriving().stream()
                .flatMap(bundle -> Requirements.offered(bundle).stream())
                .filter(capability -> capability.getNamespace().equals(namespace));
        Stream<Capability> stated = Requirements.offered(prospect.after().all()).stream()
                .filter(capability -> capability.getNamespace().equals(namespace));
        return Stream.of(staying, arriving, stated).flatMap(stream -> stream);
    }

    private static Objection objection(Prospect prospect, BundleContent bundle, Requirement requirement) {
        String filter = requirement.getDirectives().getOrDefault(Namespace.REQUIREMENT_FILTER_DIRECTIVE, "");
        if (requirement.getNamespace().equals(API)) {
            String offered = offered(prospect, API)
                    .map(capability -> String.valueOf(capability.getAttributes().get("version")))
                    .findFirst()
                    .orElse("-");
            return Objection.of(
                    "newer-api",
                    Text.of(
                            "%1$s 需要平台接口 %2$s,本平台为 %3$s:请先升级平台,或使用适配本版本的模块",
                            "%1$s needs the platform's API %2$s, and this one is %3$s: upgrade the platform first, or "
                                    + "take a version of the module made for it",
                            bundle.name(),
                            filter,
                            offered));
        }
        return Objection.of(
                "missing-requirement",
                Text.of(
                        "%1$s 缺少 %2$s %3$s",
                        "%1$s lacks %2$s %3$s", bundle.name(), requirement.getNamespace(), filter));
    }

    private static String shown(String feature) {
        return feature.replace("/0.0.0", "");
    }
}
