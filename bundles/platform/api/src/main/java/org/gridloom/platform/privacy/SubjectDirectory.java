package org.gridloom.platform.privacy;

import java.util.Optional;
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
}
