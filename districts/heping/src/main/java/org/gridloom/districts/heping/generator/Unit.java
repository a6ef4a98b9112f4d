package org.gridloom.districts.heping.generator;

/**
 * A unit of territory.
 *
 * @param level code of its level in the layout of codes
 * @param kind {@code community} or {@code village}, {@code basic} for a grid; else null
 * @param people who lives there; null where that is not recorded
 * @param extent its limits in words; may be null
 * @param invented false for what the published divisions hold
 */
record Unit(String code, String level, String kind, String name, People people, String extent, boolean invented) {

    record People(int households, int residents) {

        static final People NONE = new People(0, 0);

        People plus(People other) {
            return new People(households + other.households, residents + other.residents);
        }
    }

    static Unit published(String code, String level, String kind, String name) {
        return new Unit(code, level, kind, name, null, null, false);
    }

    /** The code of the unit above. */
    String parent() {
        return code.length() <= 6 ? "" : code.substring(0, code.length() - 3);
    }
}
