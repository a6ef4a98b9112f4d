package org.gridloom.platform.rest;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.QueryParam;
import java.util.Collection;
import java.util.Set;

/**
 * Which part of a list, as a request says it: {@code @BeanParam PageParams page} on a method of a REST resource. The
 * fields are public for who fills them in.
 */
public class PageParams {

    @QueryParam("page")
    @Parameter(description = "From 0 / 从 0 开始")
    public Integer page;

    @QueryParam("size")
    @Parameter(description = "1 to 500, 50 if absent / 1 至 500,缺省 50")
    public Integer size;

    @QueryParam("sort")
    @Parameter(description = "Fields, - for descending, comma-separated / 字段,降序加 -,逗号分隔")
    public String sort;

    /** @see PageQuery#of */
    public PageQuery of(Collection<String> sortable) {
        return PageQuery.of(page, size, sort, Set.copyOf(sortable));
    }
}
