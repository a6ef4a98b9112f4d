package org.gridloom.platform.events.internal.rest;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Set;
import org.gridloom.platform.rest.PageQuery;

/** Query parameters that both lists of records take; its fields are public for the OpenAPI generator. */
public final class RecordQuery {

    @QueryParam("from")
    @Parameter(description = "First day / 起始日")
    public LocalDate from;

    @QueryParam("to")
    @Parameter(description = "Last day / 截止日")
    public LocalDate to;

    @QueryParam("page")
    @Parameter(description = "From 0 / 页码,从 0 开始")
    public Integer page;

    @QueryParam("size")
    @Parameter(description = "1 to 500 / 每页条数")
    public Integer size;

    @QueryParam("sort")
    @Parameter(description = "at or -at / 排序")
    public String sort;

    PageQuery page(Set<String> sortable) {
        return PageQuery.of(page, size, sort, sortable);
    }
}
