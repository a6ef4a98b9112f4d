package org.gridloom.organization.internal.rest;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.gridloom.organization.PostFilter;

/** Which posts, as a request says it. */
public class PostParams {

    @QueryParam("unit")
    public String unit;

    @QueryParam("at")
    @Parameter(description = "Code of the organisation, unit or body / 组织、单元或机制的编码")
    public String at;

    @QueryParam("kind")
    public String kind;

    @QueryParam("duty")
    @Parameter(description = "lead, full-time, part-time or member")
    public String duty;

    @QueryParam("person")
    public String person;

    @QueryParam("asOf")
    public LocalDate asOf;

    @QueryParam("history")
    @Parameter(description = "Terms of all times / 包括历任")
    public boolean history;

    PostFilter filter() {
        return new PostFilter(unit, at, kind, duty, person, asOf, history);
    }
}
