package org.gridloom.districts.heping.generator;

import java.util.List;

/**
 * A party organisation.
 *
 * @param superior code of the organisation above, null for the district's
 * @param type kind of organisation within its level
 * @param seat unit it sits in
 * @param covers units that it answers for
 */
record Organization(String code, String superior, Level level, Type type, String name, Unit seat, List<Unit> covers) {

    /** The six levels; a code begins with its level's letters. */
    enum Level {
        COMMITTEE("committee", "QW", "district-secretary"),
        STREET("street", "GW", "street-secretary"),
        COMMUNITY("community", "SQ", "community-secretary"),
        BRANCH("branch", "ZB", "branch-secretary"),
        BUILDING_GROUP("building-group", "XZ", "group-leader"),
        HOST_HOUSEHOLD("host-household", "ZX", "host");

        private final String code;
        private final String letters;
        private final String head;

        Level(String code, String letters, String head) {
            this.code = code;
            this.letters = letters;
            this.head = head;
        }

        String code() {
            return code;
        }

        /** Kind of post of who heads such an organisation. */
        String head() {
            return head;
        }

        /** Code of the first organisation of this level seated in the unit. */
        String codeAt(Unit seat) {
            return letters + seat.code();
        }
    }

    /** Kinds of organisation, and how their names end. */
    enum Type {
        DISTRICT_COMMITTEE("district-committee", "委员会"),
        WORKING_COMMITTEE("working-committee", "党工委"),
        PARTY_COMMITTEE("party-committee", "党委"),
        GENERAL_BRANCH("general-branch", "党总支"),
        BRANCH("branch", "党支部"),
        JOINT_BRANCH("joint-branch", "联合党支部"),
        GROUP("group", "党小组"),
        HOUSEHOLD("household", "党员中心户");

        private final String code;
        private final String ending;

        Type(String code, String ending) {
            this.code = code;
            this.ending = ending;
        }

        String code() {
            return code;
        }
    }

    /** The only organisation of a level seated in a unit, answering for that unit. */
    static Organization of(Level level, Unit unit, Organization superior, Type type, String whose) {
        return of(level, unit, 1, superior, type, whose, List.of(unit));
    }

    /**
     * An organisation.
     *
     * @param number counts those of a level in one seat, from 1
     * @param whose its name without the ending that its type gives
     */
    static Organization of(
            Level level, Unit seat, int number, Organization superior, Type type, String whose, List<Unit> covers) {
        String code = level.codeAt(seat) + (number == 1 ? "" : "-" + number);
        String above = superior == null ? null : superior.code();
        return new Organization(code, above, level, type, whose + type.ending, seat, covers);
    }
}
