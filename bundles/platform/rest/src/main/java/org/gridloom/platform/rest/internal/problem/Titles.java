package org.gridloom.platform.rest.internal.problem;

import java.util.Locale;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Short names of the kinds of refusal. */
final class Titles {

    private static final Text UNEXPECTED = Text.of("服务器内部错误", "Internal error");
    private static final Text REFUSED = Text.of("请求不成立", "Request refused");

    private static final Map<Problem.Kind, Text> BY_KIND = Map.ofEntries(
            Map.entry(Problem.Kind.INVALID, Text.of("提交的内容有误", "Invalid input")),
            Map.entry(Problem.Kind.UNAUTHENTICATED, Text.of("未登录", "Not signed in")),
            Map.entry(Problem.Kind.FORBIDDEN, Text.of("无权操作", "Not allowed")),
            Map.entry(Problem.Kind.NOT_FOUND, Text.of("未找到", "Not found")),
            Map.entry(Problem.Kind.CONFLICT, Text.of("与当前状态冲突", "Conflict")),
            Map.entry(Problem.Kind.GONE, Text.of("已不存在", "Gone")),
            Map.entry(Problem.Kind.CHANGED, Text.of("记录已被修改", "Changed meanwhile")),
            Map.entry(Problem.Kind.VERSION_REQUIRED, Text.of("缺少版本", "Version required")),
            Map.entry(Problem.Kind.TOO_MANY, Text.of("尝试次数过多", "Too many attempts")),
            Map.entry(Problem.Kind.UNAVAILABLE, Text.of("暂不可用", "Unavailable for the moment")),
            Map.entry(Problem.Kind.READ_ONLY, Text.of("暂为只读", "Read-only for the moment")),
            Map.entry(Problem.Kind.FULL, Text.of("存储空间不足", "No room left")));

    private static final Map<Integer, String> OTHER_CODES = Map.of(
            400, "malformed",
            405, "method-not-allowed",
            406, "not-acceptable",
            408, "too-slow",
            413, "too-large",
            415, "unsupported-media-type",
            500, "internal");

    private static final Map<Integer, Text> OTHER_TITLES = Map.of(
            400, Text.of("请求格式错误", "Malformed request"),
            405, Text.of("不支持此方法", "Method not allowed"),
            406, Text.of("不提供所要的格式", "Not acceptable"),
            408, Text.of("请求超时", "Too slow"),
            413, Text.of("内容过大", "Content too large"),
            415, Text.of("不支持的内容格式", "Unsupported media type"),
            500, UNEXPECTED);

    private Titles() {}

    static Text of(Problem.Kind kind) {
        return BY_KIND.get(kind);
    }

    static Text of(int status) {
        Problem.Kind kind = kind(status);
        return kind != null ? of(kind) : OTHER_TITLES.getOrDefault(status, status >= 500 ? UNEXPECTED : REFUSED);
    }

    static String code(Problem.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String code(int status) {
        Problem.Kind kind = kind(status);
        return kind != null ? code(kind) : OTHER_CODES.getOrDefault(status, status >= 500 ? "internal" : "refused");
    }

    private static Problem.Kind kind(int status) {
        for (Problem.Kind kind : Problem.Kind.values()) {
            if (kind.status() == status) {
                return kind;
            }
        }
        return null;
    }
}
