package org.gridloom.training;

import java.math.BigDecimal;

/**
 * A programme of training (培训项目): sessions that belong together, and what it takes to be certified.
 *
 * @param code the district's own, for good
 * @param name what it is called
 * @param unit code of the territory unit that runs it, as it was written
 * @param description what it is for; null for none
 * @param requiredSessions sessions that one must have attended for its certificate
 * @param passScore least score that a session counts with; null where scores do not matter
 * @param certificateMonths how long its certificate is good for; null for ever
 * @param note remark; null for none
 * @param version for the next change
 */
public record Programme(
        String code,
        String name,
        String unit,
        String description,
        int requiredSessions,
        BigDecimal passScore,
        Integer certificateMonths,
        String note,
        long version)
        implements CatalogueRecord {}
