package com.example.snow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;

/**
 * Call-outs. Reading takes {@link SnowPermissions#READ}, changing {@link SnowPermissions#EDIT} in the call-out's unit. Events:
 * {@code snow.call-out.ordered}, {@code .changed}, {@code .done}, {@code .cancelled}, {@code .followed}.
 */
public interface CallOuts {

    /** Fields that {@link #list} can be sorted by. */
    List<String> SORTABLE = List.of("number", "day");

    /** Those within the caller's scope, the latest first. */
    Page<CallOut> list(CallOutFilter filter, PageQuery page);

    CallOut get(String number);

    /** @throws org.gridloom.platform.problem.Problem CONFLICT where the number is taken */
    CallOut order(CallOutDraft draft);

    /** Only while it is ordered. */
    CallOut change(String number, CallOutDraft draft, long expectedVersion);

    /** It is over; what it took is kept with it. */
    CallOut done(String number, Work work, long expectedVersion);

    /** It does not take place. */
    CallOut cancel(String number, long expectedVersion);

    /**
     * How many are ordered in each of these units and below it, as far as the caller may see them: for a column in a list of units.
     *
     * @param units codes; the answer has one entry for each
     */
    Map<String, Long> ordered(Collection<String> units);
}
