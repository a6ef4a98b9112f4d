package org.gridloom.platform.events.internal.rest;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Set;
import org.gridloom.platform.rest.PageQuery;

/** Query parameters that both lists of records take. */
public final class RecordQuery {

    @QueryParam("from")
    @Parameter(description = "First day / 起始日")
    private LocalDate from;

    @QueryParam("to")
    @Parameter(description = "Last day / 截止日")
    private LocalDate to;

    @QueryParam("page")
    @Parameter(description = "From 0 / 页码,从 0 开始")
    private Integer page;

    @QueryParam("size")
    @Parameter(description = "1 to 500 / 每页条数")
    private Integer size;

    @QueryParam("sort")
    @Parameter(description = "at or -at / 排序")
    private String sort;

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    PageQuery page(Set<String> sortable) {
        return PageQuery.of(page, size, sort, sortable);
    }
}
