package org.gridloom.platform.assembly.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.assembly.AssemblySection;
import org.gridloom.platform.assembly.internal.file.AssemblyFile;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The sections that bundles contribute. */
@Component(service = Sections.class)
public final class Sections {

    private static final Comparator<AssemblySection> IN_ORDER =
            Comparator.comparing(AssemblySection::order).thenComparing(AssemblySection::key);

    /** Giving up is not told. */
    private static final long LOOK_MILLIS = 500;

    private final List<AssemblySection> sections = new CopyOnWriteArrayList<>();

    /**
     * A file as the sections read it.
     *
     * @param wanted by section, in the form of what is in force
     * @param faults with their lines
     * @param absences likewise: what a module may bring that is not here yet
     */
    record Judged(Map<AssemblySection, Object> wanted, List<Violation> faults, List<Violation> absences) {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    synchronized void add(AssemblySection section) {
        sections.add(section);
        notifyAll();
    }

    void remove(AssemblySection section) {
        sections.remove(section);
    }

    private List<AssemblySection> all() {
        return sections.stream().sorted(IN_ORDER).toList();
    }

    /** The section, as soon as a bundle contributes it; empty if that is given up. */
    synchronized Optional<AssemblySection> await(String key, BooleanSupplier givenUp) {
        Optional<AssemblySection> found = find(key);
        while (found.isEmpty() && !givenUp.getAsBoolean()) {
            try {
                wait(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            found = find(key);
        }
        return found;
    }

    private Optional<AssemblySection> find(String key) {
        return sections.stream().filter(section -> section.key().equals(key)).findFirst();
    }

    /** What is in force, by key. */
    Map<String, Object> export() {
        Map<String, Object> whole = new LinkedHashMap<>();
        all().forEach(section -> whole.putIfAbsent(section.key(), section.export()));
        return whole;
    }

    Judged judge(AssemblyFile file) {
        Map<AssemblySection, Object> wanted = new LinkedHashMap<>();
        List<Violation> faults = new ArrayList<>();
        List<Violation> absences = new ArrayList<>(strange(file));
        for (AssemblySection section : all()) {
            if (file.sections().containsKey(section.key())) {
                AssemblyPart part =
                        AssemblyPart.of(section.key(), file.sections().get(section.key()));
                wanted.put(section, section.check(part));
                faults.addAll(part.faults());
                absences.addAll(part.absences());
            }
        }
        return new Judged(wanted, file.placed(faults), file.placed(absences));
    }

    private List<Violation> strange(AssemblyFile file) {
        String known = all().stream().map(AssemblySection::key).collect(Collectors.joining(", "));
        return file.sections().keySet().stream()
                .filter(key ->
                        sections.stream().noneMatch(section -> section.key().equals(key)))
                .map(key -> Violation.of(key, Text.of("没有这一节;可用:%s", "There is no such section; there are: %s", known)))
                .toList();
    }
}
