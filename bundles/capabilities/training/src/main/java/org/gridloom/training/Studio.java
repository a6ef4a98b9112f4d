package org.gridloom.training;

/**
 * A studio of secretaries (书记工作室), or a station of one in a street (驻街道工作站), that trains.
 *
 * @param code the district's own, for good
 * @param name what it is called
 * @param kind {@code studio} or {@code station}
 * @param parent code of the studio that a station belongs to; null for a studio
 * @param unit code of the territory unit where it is, as it was written
 * @param host code of the person who leads it; null for none
 * @param note remark; null for none
 * @param version for the next change
 */
public record Studio(
        String code, String name, String kind, String parent, String unit, String host, String note, long version)
        implements CatalogueRecord {}
