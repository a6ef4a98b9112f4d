package org.gridloom.training.internal.rest;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.gridloom.training.AttendanceFilter;

/** Which places are wanted, as a request says it. The fields are public for who fills them in. */
public class AttendanceParams {

    @QueryParam("unit")
    public String unit;

    @QueryParam("session")
    public Long session;

    @QueryParam("person")
    public String person;

    @QueryParam("topic")
    public String topic;

    @QueryParam("state")
    public String state;

    @QueryParam("from")
    public LocalDate from;

    @QueryParam("to")
    public LocalDate to;

    AttendanceFilter filter() {
        return new AttendanceFilter(unit, session, person, topic, state, from, to);
    }
}
