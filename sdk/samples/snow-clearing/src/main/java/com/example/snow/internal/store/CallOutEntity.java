package com.example.snow.internal.store;

import com.example.snow.CallOut;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A call-out as it is stored. */
@Entity
@Table(name = "snow_call_out")
public class CallOutEntity {

    @Id
    @Column(name = "number")
    private String number;

    @Column(name = "unit_code")
    private String unit;

    @Column(name = "team")
    private String team;

    @Column(name = "on_day")
    private LocalDate day;

    @Column(name = "state")
    private String state;

    @Column(name = "machines")
    private int machines;

    @Column(name = "hours")
    private BigDecimal hours;

    @Column(name = "note")
    private String note;

    @Column(name = "version")
    private long version;

    CallOutEntity become(CallOut it) {
        number = it.number();
        unit = it.unit();
        team = it.team();
        day = it.day();
        state = it.state();
        machines = it.machines();
        hours = it.hours();
        note = it.note();
        version = it.version();
        return this;
    }

    CallOut view() {
        return new CallOut(number, unit, team, day, state, machines, hours, note, version);
    }
}
