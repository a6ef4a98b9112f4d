package org.gridloom.platform.settings.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.settings.internal.domain.Setting;
import org.gridloom.platform.settings.internal.domain.SettingsFile;
import org.gridloom.platform.settings.internal.domain.SettingsModule;
import org.gridloom.platform.settings.internal.store.DistrictValues;
import org.gridloom.platform.settings.internal.store.SettingsStore;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settings as administrators see and change them. */
@Component(service = SettingsEditing.class)
public final class SettingsEditing {

    private final Transactions transactions;
    private final Access access;
    private final Modules modules;
    private final NodeSettings node;
    private final Citation citation;

    @Activate
    public SettingsEditing(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.settings)") Transactions transactions,
            @Reference Access access,
            @Reference Modules modules,
            @Reference NodeSettings node,
            @Reference Citation citation) {
        this.transactions = transactions;
        this.access = access;
        this.modules = modules;
        this.node = node;
        this.citation = citation;
    }

    /** All modules that have settings, by name. */
    public List<ModuleView> modules() {
        access.require(Permissions.VIEW);
        return modules.all().stream().map(this::view).toList();
    }

    public ModuleView module(String name) {
        access.require(Permissions.VIEW);
        return view(modules.get(name));
    }

    /**
     * Changes some settings of a module, all or none of them. It holds on this node when this returns, on others within a
     * second or two.
     *
     * @param wanted by key; null for the default
     * @param document that is cited; null for none
     * @param expectedVersion that the caller read; null where it does not matter
     */
    public ModuleView change(String name, Map<String, List<String>> wanted, String document, Long expectedVersion) {
        write(name, wanted, document, expectedVersion);
        node.changed(name);
        return view(modules.get(name));
    }

    /** The same where it is to hold later, when a transaction that this is part of has been committed. */
    void write(String name, Map<String, List<String>> wanted, String document, Long expectedVersion) {
        requireManaging(name);
        SettingsModule module = modules.get(name);
        refuse(beforehand(module, wanted, document));
        transactions.run(tx -> {
            SettingsStore store = new SettingsStore(tx.em());
            DistrictValues row = store.lock(name);
            if (expectedVersion != null && expectedVersion != row.version()) {
                throw Problem.changed(row.version());
            }
            Map<String, List<String>> before = node.inForce().clear(module, row);
            Map<String, List<String>> after = changed(before, wanted);
            refuse(node.inForce().faults(module, after));
            refuse(withoutDocument(module, before, after, document));
            if (!Records.differing(before, after).isEmpty()) {
                store.write(name, kept(module, row, before, after));
                Records.changed(tx, module, before, after, document);
            }
        });
    }

    /** What the district has set; secrets are left out. */
    Map<String, List<String>> district(SettingsModule module) {
        access.require(Permissions.VIEW);
        Map<String, List<String>> set =
                new LinkedHashMap<>(node.standing(module).district());
        set.keySet().removeIf(key -> module.find(key).filter(Setting::isSecret).isPresent());
        return set;
    }

    /** The district's values as a file holds them; secrets are left out. */
    public String export(String name) {
        access.require(Permissions.VIEW);
        SettingsModule module = modules.get(name);
        return SettingsFile.write(module, node.standing(module).district());
    }

    /** Changes what a file sets; what it leaves out stays as it is. */
    public ModuleView load(String name, String text, String document) {
        requireManaging(name);
        SettingsModule module = modules.get(name);
        SettingsFile file = SettingsFile.parse(text);
        refuse(file.faults());
        try {
            return change(name, file.valuesFor(module), document, null);
        } catch (Problem problem) {
            if (problem.kind() != Problem.Kind.INVALID) {
                throw problem;
            }
            throw Problem.invalid(
                    problem.violations().stream().map(file::placed).toList());
        }
    }

    private void requireManaging(String name) {
        access.requireEverywhere(Permissions.of(modules.duty(name)));
    }

    private List<Violation> beforehand(SettingsModule module, Map<String, List<String>> wanted, String document) {
        if (wanted == null || wanted.isEmpty()) {
            return List.of(Violation.of("values", Text.of("至少要有一个设置项", "Must have one setting at least")));
        }
        List<Violation> faults = new ArrayList<>();
        citation.fault(document).ifPresent(fault -> faults.add(Violation.of("document", fault)));
        Map<String, List<String>> file = node.standing(module).file();
        Map<String, List<String>> set = new LinkedHashMap<>();
        wanted.forEach((key, values) -> {
            if (file.containsKey(key)) {
                faults.add(Violation.of(key, setByFile(module)));
            }
            if (values != null || module.find(key).isEmpty()) {
                set.put(key, values == null ? List.of() : values);
            }
        });
        faults.addAll(module.faults(set));
        return faults;
    }

    private static Text setByFile(SettingsModule module) {
        return Text.of(
                "由本节点的文件 %s 设定,请改该文件",
                "Is set by this node's file %s: change it there", FolderFiles.path(module.name()));
    }

    private static Map<String, List<String>> changed(
            Map<String, List<String>> before, Map<String, List<String>> wanted) {
        Map<String, List<String>> after = new LinkedHashMap<>(before);
        wanted.forEach((key, values) -> {
            if (values == null) {
                after.remove(key);
            } else {
                after.put(key, values);
            }
        });
        return after;
    }

    /** Settings that now hold another value than their default and should cite why. */
    private List<Violation> withoutDocument(
            SettingsModule module, Map<String, List<String>> before, Map<String, List<String>> after, String document) {
        if (document != null) {
            return List.of();
        }
        return Records.differing(before, after).stream()
                .filter(key -> modules.isDocumented(module.name(), key))
                .filter(key -> after.containsKey(key)
                        && !after.get(key)
                                .equals(module.find(key).map(Setting::defaults).orElse(List.of())))
                .map(key -> Violation.of(
                        "document",
                        Text.of("设置 %s 须引用文件(文号)", "Setting %s takes the number of a document that is cited", key)))
                .toList();
    }

    /** What stays as it was is not encrypted anew, and what this node cannot read stays. */
    private Map<String, List<String>> kept(
            SettingsModule module,
            DistrictValues row,
            Map<String, List<String>> before,
            Map<String, List<String>> after) {
        Map<String, List<String>> changed = new HashMap<>();
        Map<String, List<String>> kept = new HashMap<>(row.values());
        for (String key : Records.differing(before, after)) {
            kept.remove(key);
            Optional.ofNullable(after.get(key)).ifPresent(values -> changed.put(key, values));
        }
        kept.putAll(node.inForce().sealed(module, changed));
        return kept;
    }

    private static void refuse(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    private ModuleView view(SettingsModule module) {
        Standing standing = node.standing(module);
        String permission = Permissions.of(modules.duty(module.name()));
        return new ModuleView(
                module.name(),
                module.bundle(),
                module.title(),
                module.description(),
                modules.duty(module.name()),
                access.scope(permission).equals(UnitScope.everywhere()),
                standing.fileText() == null ? null : FolderFiles.path(module.name()),
                standing.problems(),
                module.settings().stream()
                        .map(setting ->
                                SettingView.of(setting, modules.isDocumented(module.name(), setting.key()), standing))
                        .toList(),
                node.inForce().version(module.name()));
    }
}
