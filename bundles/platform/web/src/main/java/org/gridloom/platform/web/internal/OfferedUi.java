package org.gridloom.platform.web.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.gridloom.build.ui.declaration.Declaration;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.unit.UnitDirectory;
import org.gridloom.platform.unit.UnitRef;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** What the caller may see: pages and panels whose permission they hold in some unit. */
@Component(service = OfferedUi.class)
public final class OfferedUi {

    private final UiRegistry registry;
    private final Access access;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile UnitDirectory units;

    @Activate
    public OfferedUi(@Reference UiRegistry registry, @Reference Access access) {
        this.registry = registry;
        this.access = access;
    }

    /** By name; a bundle of whose pages and panels the caller may see none is left out. */
    public List<Ui> toCaller() {
        access.caller();
        return registry.all().stream().flatMap(ui -> offered(ui).stream()).toList();
    }

    /** The district's own unit; empty before there is one. */
    public Optional<UnitRef> district() {
        UnitDirectory directory = units;
        return directory == null ? Optional.empty() : directory.root();
    }

    private Optional<Ui> offered(Ui ui) {
        Declaration all = ui.declaration();
        List<Declaration.Page> pages = all.pages().stream()
                .filter(page -> mayAnywhere(page.permission()))
                .toList();
        List<Declaration.Slot> slots = all.slots().stream()
                .filter(slot -> mayAnywhere(slot.permission()))
                .toList();
        boolean declaresSomething = !all.pages().isEmpty() || !all.slots().isEmpty();
        if (declaresSomething && pages.isEmpty() && slots.isEmpty()) {
            return Optional.empty();
        }
        Set<String> paths = pages.stream().map(Declaration.Page::path).collect(Collectors.toSet());
        Predicate<Map.Entry<String, String>> isOffered = drillDown -> paths.contains(drillDown.getValue());
        Map<String, String> drillDowns = all.drillDowns().entrySet().stream()
                .filter(isOffered)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return Optional.of(new Ui(
                ui.bundle(),
                ui.name(),
                ui.version(),
                ui.folder(),
                new Declaration(pages, slots, drillDowns),
                ui.labels()));
    }

    private boolean mayAnywhere(String permission) {
        return permission == null || !access.scope(permission).isEmpty();
    }
}
