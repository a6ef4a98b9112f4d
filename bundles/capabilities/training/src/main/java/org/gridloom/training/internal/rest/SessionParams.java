package org.gridloom.training.internal.rest;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.gridloom.training.SessionFilter;

/** Which sessions are wanted, as a request says it. The fields are public for who fills them in. */
public class SessionParams {

    @QueryParam("unit")
    public String unit;

    @QueryParam("topic")
    public String topic;

    @QueryParam("format")
    public String format;

    @QueryParam("state")
    public String state;

    @QueryParam("programme")
    public String programme;

    @QueryParam("studio")
    public String studio;

    @QueryParam("q")
    public String text;

    @QueryParam("from")
    public LocalDate from;

    @QueryParam("to")
    public LocalDate to;

    SessionFilter filter() {
        return new SessionFilter(unit, topic, format, state, programme, studio, text, from, to);
    }
}
