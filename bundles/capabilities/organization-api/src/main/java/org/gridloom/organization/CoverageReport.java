package org.gridloom.organization;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * How well a unit is staffed and organised on a date.
 *
 * @param unit code of the territory unit
 * @param asOf the date
 * @param grids grids in it
 * @param fullTimeWorkers people who hold a full-time worker's post in it
 * @param gridsPerWorker grids for each full-time worker, two decimals; null where there is no worker
 * @param gaps how many of each kind of blind spot, see {@link CoverageGap#kind}; kinds without any are 0
 */
public record CoverageReport(
        String unit,
        LocalDate asOf,
        int grids,
        int fullTimeWorkers,
        BigDecimal gridsPerWorker,
        Map<String, Integer> gaps) {}
