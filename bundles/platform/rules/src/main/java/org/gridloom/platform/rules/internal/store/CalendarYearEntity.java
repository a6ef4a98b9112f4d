package org.gridloom.platform.rules.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gridloom.platform.rules.internal.domain.CalendarYear;
import org.gridloom.platform.rules.internal.domain.SpecialDay;

/** A year that the district set. */
@Entity
@Table(name = "rules_calendar_year")
class CalendarYearEntity {

    @Id
    @Column(name = "calendar_year")
    Integer year;

    @Column(name = "basis")
    String basis;

    @Column(name = "days_json")
    String daysJson;

    @Column(name = "revision")
    String revision;

    @Column(name = "version")
    long version;

    void set(String document, List<SpecialDay> days) {
        basis = document;
        daysJson = Json.write(days.stream().map(CalendarYearEntity::json).toList());
        revision = UUID.randomUUID().toString();
        version++;
    }

    CalendarYear view() {
        List<SpecialDay> days = Json.rows(daysJson).stream()
                .map(day -> new SpecialDay(
                        LocalDate.parse(day.get("date")), Boolean.parseBoolean(day.get("workDay")), day.get("name")))
                .toList();
        return new CalendarYear(year, CalendarYear.DISTRICT, basis, days, version);
    }

    private static Map<String, String> json(SpecialDay day) {
        Map<String, String> json = new HashMap<>();
        json.put("date", day.date().toString());
        json.put("workDay", Boolean.toString(day.workDay()));
        json.put("name", day.name());
        return json;
    }
}
