package org.gridloom.districts.heping.generator;

import java.util.List;

/**
 * An organisation outside the party's tree.
 *
 * @param serves units that it serves
 */
record Partner(String code, String name, String type, Unit seat, List<Unit> serves) {}
