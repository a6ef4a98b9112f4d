package com.example.snow.internal.store;

import com.example.snow.Team;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A team as it is stored. */
@Entity
@Table(name = "snow_team")
public class TeamEntity {

    @Id
    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Column(name = "unit_code")
    private String unit;

    @Column(name = "people")
    private int people;

    @Column(name = "machines")
    private int machines;

    @Column(name = "equipment")
    private String equipment;

    @Column(name = "version")
    private long version;

    TeamEntity become(Team team) {
        code = team.code();
        name = team.name();
        unit = team.unit();
        people = team.people();
        machines = team.machines();
        equipment = team.equipment();
        version = team.version();
        return this;
    }

    Team view() {
        return new Team(code, name, unit, people, machines, equipment, version);
    }
}
