package org.gridloom.training;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;

/**
 * Which secretaries and community workers have had which topic, and since when not. Takes {@link TrainingPermissions#READ},
 * and {@code organization.party.read} as it looks at posts.
 */
public interface TrainingCoverage {

    /** Fields that {@link #people} can be sorted by. */
    List<String> SORTABLE = List.of("last", "person", "topic");

    /** Each topic of the rules, with each kind of post of the rules. */
    List<TopicCoverage> report(String unit, LocalDate asOf);

    /** Each person once for each topic, whatever posts they hold, those who never had it first. */
    Page<CoveredPerson> people(CoverageFilter filter, PageQuery page);
}
