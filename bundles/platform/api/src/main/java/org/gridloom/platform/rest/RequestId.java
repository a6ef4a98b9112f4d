package org.gridloom.platform.rest;

/**
 * How the parts of the platform that serve one HTTP request learn its id. The outermost filter on {@code /api/*} makes
 * the id, answers it as header {@link #HEADER}, gives it to the log as {@link #LOG_KEY}, and turns a {@link
 * org.gridloom.platform.problem.Problem} that a later filter or servlet throws into {@code application/problem+json}.
 */
public final class RequestId {

    /** Name of the servlet request's attribute that holds the id, a String. */
    public static final String ATTRIBUTE = "org.gridloom.platform.rest.requestId";

    /** Header of every response below {@code /api/}. */
    public static final String HEADER = "X-Request-Id";

    /** Key in the log's diagnostic context (MDC). */
    public static final String LOG_KEY = "requestId";

    private RequestId() {}
}
