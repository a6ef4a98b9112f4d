package org.gridloom.platform.rest.internal.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;

/**
 * Why a request is not served, in both languages, before it becomes a {@link ProblemDetails}.
 *
 * @param code stable name of the kind of refusal
 * @param more members of the problem details beside the usual ones
 * @param headers what the status calls for, such as Allow or Retry-After
 */
public record Refusal(
        int status,
        String code,
        Text title,
        Text detail,
        List<Violation> violations,
        Map<String, Object> more,
        Map<String, String> headers) {

    private static final String RETRY_AFTER = "retryAfter";
    private static final String SECONDS_TO_RETRY = "2";
    /** An operator's work takes minutes as a rule. */
    private static final String SECONDS_OF_MAINTENANCE = "60";

    public static Refusal of(Problem problem) {
        Problem.Kind kind = problem.kind();
        Refusal refusal = new Refusal(
                kind.status(),
                Titles.code(kind),
                Titles.of(kind),
                problem.text(),
                problem.violations(),
                problem.details(),
                Map.of());
        return switch (kind) {
            case UNAVAILABLE -> refusal.with("Retry-After", SECONDS_TO_RETRY);
            case READ_ONLY -> refusal.with("Retry-After", SECONDS_OF_MAINTENANCE);
            case TOO_MANY ->
                refusal.more().containsKey(RETRY_AFTER)
                        ? refusal.with(
                                "Retry-After", refusal.more().get(RETRY_AFTER).toString())
                        : refusal;
            case UNAUTHENTICATED -> refusal.with("WWW-Authenticate", "Bearer realm=\"Gridloom\"");
            default -> refusal;
        };
    }

    public static Refusal of(int status, Text detail) {
        return of(status, detail, List.of());
    }

    public static Refusal of(int status, Text detail, List<Violation> violations) {
        return new Refusal(status, Titles.code(status), Titles.of(status), detail, violations, Map.of(), Map.of());
    }

    /** The module that serves the path is not there for the moment. */
    public static Refusal restarting() {
        return of(new Problem(
                Problem.Kind.UNAVAILABLE,
                Text.of("该模块正在启动或更新,请稍后重试", "This module is starting or being updated: try again shortly")));
    }

    /** The operator started without the module that serves the path. */
    public static Refusal leftOut() {
        return of(
                        503,
                        Text.of(
                                "系统以安全模式启动,此模块未加载;数据仍在,恢复正常启动后可用",
                                "Gridloom was started in safe mode without this module: its data are kept,"
                                        + " it is back after the next normal start"))
                .with("Retry-After", SECONDS_OF_MAINTENANCE);
    }

    public static Refusal noSuchPath() {
        return of(404, Text.of("没有此地址", "There is nothing at this address"));
    }

    public static Refusal unreadableHeader() {
        return of(
                400,
                Text.of(
                        "某个请求头(如 Content-Type、Accept)格式不正确",
                        "A header of the request cannot be read, such as Content-Type or Accept"));
    }

    public Refusal with(String header, String value) {
        Map<String, String> longer = new LinkedHashMap<>(headers);
        longer.put(header, value);
        return new Refusal(status, code, title, detail, violations, more, longer);
    }
}
