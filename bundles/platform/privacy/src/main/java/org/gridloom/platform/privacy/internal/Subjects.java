package org.gridloom.platform.privacy.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gridloom.platform.privacy.PersonalRecords;
import org.gridloom.platform.privacy.PersonalSubject;
import org.gridloom.platform.privacy.SubjectDirectory;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The people of whom modules keep something. */
@Component(service = Subjects.class)
public final class Subjects {

    private final Access access;
    private final List<SubjectDirectory> directories = new CopyOnWriteArrayList<>();
    private final List<PersonalRecords> records = new CopyOnWriteArrayList<>();

    @Activate
    public Subjects(@Reference Access access) {
        this.access = access;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDirectory(SubjectDirectory directory) {
        directories.add(directory);
    }

    void removeDirectory(SubjectDirectory directory) {
        directories.remove(directory);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addRecords(PersonalRecords some) {
        records.add(some);
    }

    void removeRecords(PersonalRecords some) {
        records.remove(some);
    }

    List<PersonalRecords> records() {
        return records;
    }

    /** What kinds of people there are. */
    public List<SubjectDirectory> kinds() {
        return directories.stream()
                .sorted(Comparator.comparing(SubjectDirectory::kind))
                .toList();
    }

    /** People of a kind, kept by the units in which the caller may see the register. */
    public Page<PersonalSubject> list(String kind, PageQuery page) {
        access.require(Permissions.REGISTER_READ);
        return directory(kind).list(access.scope(Permissions.REGISTER_READ), page);
    }

    /**
     * A person of a unit in which the caller holds the permission.
     *
     * @param subject {@code <kind>/<id>}
     */
    PersonalSubject require(String permission, String subject) {
        access.require(permission);
        int slash = subject.indexOf('/');
        PersonalSubject found = slash < 0
                ? null
                : directory(subject.substring(0, slash))
                        .find(subject.substring(slash + 1))
                        .orElse(null);
        if (found == null) {
            throw Problem.notFound(Text.of("没有这个人", "There is no such person"));
        }
        access.require(permission, found.unit());
        return found;
    }

    /** The names under which records know a person: their own first. */
    List<String> names(String subject) {
        int slash = subject.indexOf('/');
        List<String> names = new ArrayList<>(List.of(subject));
        directory(subject.substring(0, slash)).alsoKnownAs(subject.substring(slash + 1)).stream()
                .sorted()
                .forEach(names::add);
        return names;
    }

    private SubjectDirectory directory(String kind) {
        return directories.stream()
                .filter(directory -> directory.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(Text.of("没有这类人员", "There are no people of this kind")));
    }
}
