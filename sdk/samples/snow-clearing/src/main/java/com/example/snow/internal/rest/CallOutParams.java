package com.example.snow.internal.rest;

import com.example.snow.CallOutFilter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;

/** Which call-outs are wanted, as a request says it. The fields are public for who fills them in. */
public class CallOutParams {

    @QueryParam("unit")
    public String unit;

    @QueryParam("team")
    public String team;

    @QueryParam("state")
    public String state;

    @QueryParam("from")
    public LocalDate from;

    @QueryParam("to")
    public LocalDate to;

    CallOutFilter filter() {
        return new CallOutFilter(unit, team, state, from, to);
    }
}
