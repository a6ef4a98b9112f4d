package com.example.snow.internal;

import com.example.snow.CallOut;
import com.example.snow.CallOutDraft;
import com.example.snow.TeamDraft;
import com.example.snow.Work;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestSettings;
import org.gridloom.sdk.testkit.TestUnits;

/** The bundle's services on a database, in a street with two communities. */
final class SnowDesk {

    static final String STREET = "210102001";
    static final String GRID = "210102001001";
    static final String OTHER = "210102001002";
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    final TestUnits units = new TestUnits()
            .with(STREET, "南湖街道", "street")
            .with(GRID, "一网格", "grid")
            .with(OTHER, "二网格", "grid");
    final Desk desk;
    final DefaultTeams teams;
    final DefaultCallOuts callOuts;
    final SnowSettings settings;

    SnowDesk(TestDatabase database) {
        desk = new Desk(database.transactions(), database.access(), units, database.checks(), database.clock());
        settings = new SnowSettings(TestSettings.with(SnowSettings.Config.class, Map.of("longestHours", 10)));
        teams = new DefaultTeams(desk);
        callOuts = new DefaultCallOuts(desk, settings);
        teams.register(new TeamDraft("XD-01", "一队", STREET, 12, 4, "推雪铲 3 台"));
    }

    CallOut order(String number, String unit) {
        return callOuts.order(draft(number, unit, DAY));
    }

    CallOut done(String number, String unit, String hours) {
        CallOut ordered = order(number, unit);
        return callOuts.done(number, new Work(new BigDecimal(hours)), ordered.version());
    }

    static CallOutDraft draft(String number, String unit, LocalDate day) {
        return new CallOutDraft(number, unit, "XD-01", day, 2, null);
    }
}
