package org.gridloom.platform.assembly.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.gridloom.platform.assembly.AssemblySection;
import org.gridloom.platform.assembly.internal.Sections.Judged;
import org.gridloom.platform.assembly.internal.file.AssemblyFile;
import org.gridloom.platform.assembly.internal.file.Difference;
import org.gridloom.platform.assembly.internal.file.YamlWriter;
import org.gridloom.platform.assembly.internal.modules.CapabilitySection;
import org.gridloom.platform.assembly.internal.modules.PackSection;
import org.gridloom.platform.modules.DistrictModules;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.unit.UnitDirectory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** A district as one file: exported, compared, applied. */
@Component(service = DistrictAssembly.class)
public final class DistrictAssembly {

    static final String DISTRICT = "district";
    static final String CODE = "code";

    private final Transactions transactions;
    private final Access access;
    private final Sections sections;
    private final DistrictModules modules;
    private final AssemblyFiles files;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile UnitDirectory units;

    @Activate
    public DistrictAssembly(
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference Access access,
            @Reference Sections sections,
            @Reference DistrictModules modules,
            @Reference AssemblyFiles files) {
        this.transactions = transactions;
        this.access = access;
        this.sections = sections;
        this.modules = modules;
        this.files = files;
    }

    /**
     * What applying a file did.
     *
     * @param differences that there were
     * @param later what can be judged when the file's capabilities are installed; of a dry run only
     */
    public record Applied(List<Difference> differences, List<Violation> later) {}

    /** What is in force, as a file. */
    public String export() {
        access.requireEverywhere(Permissions.READ);
        return YamlWriter.write(sections.export());
    }

    /** The same into a new file. */
    public Path export(String file) throws IOException {
        return files.write(file, export());
    }

    /** In what a file differs from what is in force, where it is without fault. */
    public List<Difference> differences(String file) throws IOException {
        access.requireEverywhere(Permissions.READ);
        return differences(files.read(file));
    }

    List<Difference> differences(AssemblyFile file) {
        Judged judged = sections.judge(file);
        refuse(judged.faults());
        return differences(judged);
    }

    /** In what a file differs from another one, as they are written: they may be of other districts. */
    public List<Difference> differences(String file, String other) throws IOException {
        access.requireEverywhere(Permissions.READ);
        return Difference.between(files.read(other).sections(), files.read(file).sections());
    }

    /** Whether a file was ever applied here; empty where waiting for the section that knows was given up. */
    Optional<Boolean> isAssembled(BooleanSupplier givenUp) {
        return sections.await(DISTRICT, givenUp)
                .map(section -> section.export() instanceof Map<?, ?> district && district.containsKey(CODE));
    }

    /**
     * Makes the district what the file says. Nothing of a file with a fault is applied: capabilities that do not run in
     * its version are brought first, as they judge their part, and taken back where something is refused; all records are
     * of one transaction; packs come and what is not wanted goes after its commit, and where that fails, applying again
     * goes on.
     */
    public Applied apply(String file, boolean dryRun) throws IOException {
        access.requireEverywhere(Permissions.APPLY);
        return apply(files.read(file), dryRun);
    }

    Applied apply(AssemblyFile file, boolean dryRun) {
        access.requireEverywhere(Permissions.APPLY);
        refuse(astray(file));
        Judged judged = sections.judge(file);
        refuse(judged.faults());
        List<Difference> differences = differences(judged);
        Map<String, String> other = capabilities(judged);
        other.entrySet().removeAll(modules.wanted().entrySet());
        if (dryRun) {
            return tried(file, judged, differences, other.isEmpty());
        }
        if (differences.isEmpty() && judged.absences().isEmpty()) {
            return new Applied(differences, List.of());
        }
        Runnable back = modules.bring(other);
        Judged settled;
        try {
            settled = settled(file);
            write(file, settled, differences, false);
        } catch (RuntimeException e) {
            throw takenBack(back, e);
        }
        settled.wanted().keySet().forEach(AssemblySection::applied);
        modules.change(lackingPacks(judged), unwanted(judged));
        return new Applied(differences, List.of());
    }

    /** The reason, and what stands against taking back what was brought. */
    private static RuntimeException takenBack(Runnable back, RuntimeException reason) {
        try {
            back.run();
            return reason;
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
            if (!(reason instanceof Problem problem) || !(e instanceof Problem against)) {
                return reason;
            }
            List<Violation> all = new ArrayList<>(problem.violations());
            all.add(Violation.of(CapabilitySection.KEY, against.text()));
            against.violations().forEach(each -> all.add(Violation.of(CapabilitySection.KEY, each.message())));
            return new Problem(problem.kind(), problem.text(), all);
        }
    }

    /** Makes this node run what the file names; the records are there, from another node or before a kill. */
    void catchUp(AssemblyFile file) {
        Judged judged = sections.judge(file);
        Map<String, String> lacking = capabilities(judged);
        lacking.keySet().removeAll(modules.wanted().keySet());
        modules.bring(lacking);
        modules.change(lackingPacks(judged), Set.of());
    }

    private Applied tried(AssemblyFile file, Judged judged, List<Difference> differences, boolean isAllHere) {
        if (isAllHere) {
            refuse(judged.absences());
            write(file, judged, differences, true);
        }
        return new Applied(differences, judged.absences());
    }

    /** A file of another district is not meant for this installation. */
    private List<Violation> astray(AssemblyFile file) {
        UnitDirectory directory = units;
        if (directory == null
                || !(file.sections().get(DISTRICT) instanceof Map<?, ?> district)
                || !district.containsKey(CODE)) {
            return List.of();
        }
        return directory.root().filter(root -> !root.code().equals(district.get(CODE))).stream()
                .map(root -> file.placed(Violation.of(
                        DISTRICT + "/" + CODE,
                        Text.of("这里是 %s(%s)", "This installation is of %s (%s)", root.code(), root.name()))))
                .toList();
    }

    /** As the capabilities that were installed judge it, too. */
    private Judged settled(AssemblyFile file) {
        Judged judged = sections.judge(file);
        refuse(judged.faults());
        refuse(judged.absences());
        return judged;
    }

    private static List<Difference> differences(Judged judged) {
        Map<String, Object> is = new LinkedHashMap<>();
        Map<String, Object> wanted = new LinkedHashMap<>();
        judged.wanted().forEach((section, value) -> {
            is.put(section.key(), section.export());
            wanted.put(section.key(), value);
        });
        return Difference.between(is, wanted);
    }

    private void write(AssemblyFile file, Judged judged, List<Difference> differences, boolean dryRun) {
        try {
            transactions.run(tx -> {
                judged.wanted().forEach(DistrictAssembly::apply);
                tx.audit(AuditEntry.changed(
                        "assembly.file.applied",
                        "assembly/" + code(file),
                        null,
                        Difference.values(differences, true),
                        Difference.values(differences, false),
                        null));
                if (dryRun) {
                    throw new TriedException();
                }
            });
        } catch (TriedException rolledBack) {
            return;
        } catch (Problem problem) {
            throw new Problem(problem.kind(), problem.text(), file.placed(problem.violations()));
        }
    }

    private static void apply(AssemblySection section, Object wanted) {
        if (!Objects.equals(section.export(), wanted)) {
            section.apply(wanted);
        }
    }

    private static Object code(AssemblyFile file) {
        return file.sections().get(DISTRICT) instanceof Map<?, ?> district && district.containsKey(CODE)
                ? district.get(CODE)
                : "part";
    }

    /** Versions by name. */
    private static Map<String, String> capabilities(Judged judged) {
        Map<String, String> versions = new LinkedHashMap<>();
        judged.wanted().forEach((section, value) -> {
            if (section.key().equals(CapabilitySection.KEY)) {
                ((Map<?, ?>) value).forEach((name, version) -> versions.put(name.toString(), version.toString()));
            }
        });
        return versions;
    }

    private Set<String> lackingPacks(Judged judged) {
        Set<String> names = new LinkedHashSet<>(packs(judged));
        names.removeAll(modules.wanted().keySet());
        return names;
    }

    /** What the node runs and the sections that are there do not want. */
    private Set<String> unwanted(Judged judged) {
        Set<String> names = new LinkedHashSet<>(modules.wanted().keySet());
        names.removeAll(capabilities(judged).keySet());
        packs(judged).forEach(names::remove);
        names.removeIf(name -> !isThere(judged, modules.isPack(name) ? PackSection.KEY : CapabilitySection.KEY));
        return names;
    }

    private static boolean isThere(Judged judged, String key) {
        return judged.wanted().keySet().stream()
                .anyMatch(section -> section.key().equals(key));
    }

    private static List<String> packs(Judged judged) {
        return judged.wanted().entrySet().stream()
                .filter(section -> section.getKey().key().equals(PackSection.KEY))
                .flatMap(section -> ((List<?>) section.getValue()).stream())
                .map(Object::toString)
                .toList();
    }

    private static void refuse(List<Violation> faults) {
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
    }

    /** Ends the transaction of a dry run. */
    private static final class TriedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
