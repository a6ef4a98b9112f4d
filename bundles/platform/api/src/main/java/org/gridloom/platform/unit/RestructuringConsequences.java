package org.gridloom.platform.unit;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells what a change of structure means for a capability's records, for a preview of it. Register it as a DS component
 * where records are kept by unit. Called in the preview only, from many threads at once, outside a transaction; that the
 * caller may restructure the units was checked before. One that fails takes no other with it.
 */
@ConsumerType
public interface RestructuringConsequences {

    /** One for each kind of record that is touched; those of which there are none are left out by the caller. */
    List<Consequence> of(PlannedRestructuring planned);
}
