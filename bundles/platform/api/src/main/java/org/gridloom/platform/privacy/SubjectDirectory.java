package org.gridloom.platform.privacy;

import java.util.Optional;
import java.util.Set;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The people of one kind, for requests that concern a person: export, erasure, consent. Whoever keeps the people registers
 * it as a service, one for each kind. Called on any thread; permissions are checked by who asks.
 */
@ConsumerType
public interface SubjectDirectory {

    /** First part of the subjects' names, as in {@code person}. */
    String kind();

    /** What such people are called. */
    Text label();

    /** Those kept by these units, in a stable order. */
    Page<PersonalSubject> list(UnitScope scope, PageQuery page);

    Optional<PersonalSubject> find(String id);

    /**
     * Under which other names records know the person, as in {@code account/wangsl}: {@link PersonalRecords} are asked for
     * them, too, where all that is held is wanted, and where the person is erased. What is kept by such a name is in
     * clear, as the person's key is that of their own.
     */
    default Set<String> alsoKnownAs(String id) {
        return Set.of();
    }
}
