package org.gridloom.organization.internal.store;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.organization.internal.store.UnitStore.LevelCount;
import org.gridloom.platform.count.CountChange;
import org.gridloom.platform.count.CountQuery;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;

/** The count of units by level and kind; {@code counts/organization.units.sql} says the same of the records. */
public final class UnitCounts {

    private static final String COUNTER = "organization.units";
    private static final String KIND = "/";

    private UnitCounts() {}

    static void began(Tx tx, UnitRow unit) {
        began(tx, unit.code(), unit.level(), unit.kind(), unit.validFrom());
    }

    public static void began(Tx tx, String code, String level, String kind, LocalDate date) {
        tx.count(new CountChange(COUNTER, part(level, kind), code, date, 1));
    }

    static void ended(Tx tx, UnitRow unit, LocalDate date) {
        tx.count(new CountChange(COUNTER, part(unit.level(), unit.kind()), unit.code(), date, -1));
    }

    private static String part(String level, String kind) {
        return kind == null ? level : level + KIND + kind;
    }

    /** How many units of each level and kind there are in the scope on the date. */
    public static List<LevelCount> of(Tx tx, UnitScope scope, LocalDate date) {
        return tx.counted(CountQuery.standing(COUNTER, scope, date)).entrySet().stream()
                .map(count -> {
                    String[] part = count.getKey().split(KIND);
                    return new LevelCount(part[0], part.length > 1 ? part[1] : null, count.getValue());
                })
                .toList();
    }
}
