package org.gridloom.build.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An operation and the method that serves it.
 *
 * @param name as people call it, for messages
 */
record DescribedOperation(String name, Operation operation, Method method, OpenAPI api) {

    private static final String SECURITY = "org.gridloom.platform.security.";
    private static final String PERMISSION = "x-permission";
    private static final String SIGNED_IN = "*";

    void describe(String capability, String path) {
        String resource = method.getDeclaringClass().getSimpleName().replaceFirst("Resource$", "");
        operation.setOperationId(capability + "." + resource.substring(0, 1).toLowerCase(Locale.ROOT)
                + resource.substring(1) + "." + method.getName());
        String[] segments = path.split("/");
        operation.setTags(List.of(
                segments.length > 2 && !segments[2].startsWith("{") ? segments[1] + "/" + segments[2] : segments[1]));
        nameSuccess();
    }

    /** Swagger calls the answer that a method returns "default"; that is what problems are called here. */
    private void nameSuccess() {
        ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        ApiResponse success = responses.remove("default");
        if (responses.keySet().stream().noneMatch(status -> status.startsWith("2"))) {
            String status = method.getReturnType() == void.class ? "204" : isResponse() ? "2XX" : "200";
            responses.addApiResponse(status, (success == null ? new ApiResponse() : success).description("Done / 完成"));
        }
        operation.setResponses(responses);
    }

    private boolean isResponse() {
        return method.getReturnType().getName().equals("jakarta.ws.rs.core.Response");
    }

    /** Says who may call it and on which unit. */
    void restrict(List<String> faults) {
        Optional<Annotated> permission = Annotated.on(method, SECURITY + "RequiresPermission");
        boolean isAnonymous = Annotated.on(method, SECURITY + "Anonymous").isPresent();
        if (permission.isPresent() == isAnonymous) {
            faults.add(name + ": " + method + " must carry either @RequiresPermission or @Anonymous");
            return;
        }
        if (isAnonymous) {
            operation.setSecurity(List.of());
            explain("Nobody need sign in. / 无需登录。");
            return;
        }
        String code = permission.get().text("value");
        operation.addExtension(PERMISSION, code);
        operation.setSecurity(List.of(
                new SecurityRequirement().addList("session"),
                new SecurityRequirement().addList("token"),
                new SecurityRequirement().addList("password")));
        explain(
                SIGNED_IN.equals(code)
                        ? "For whoever is signed in. / 登录即可。"
                        : "Needs the permission `%s`. / 需要权限 `%s`。".formatted(code, code));
        Optional<Annotated> scope = Annotated.on(method, SECURITY + "UnitScoped");
        if (scope.isPresent()) {
            restrictTo(scope.get().text("in"), scope.get().text("name"), faults);
        } else if (!SIGNED_IN.equals(code)) {
            faults.add(name + ": " + method + " must say by @UnitScoped where its unit is named");
        }
    }

    private void explain(String sentence) {
        operation.setDescription(
                operation.getDescription() == null ? sentence : operation.getDescription() + "\n\n" + sentence);
    }

    private void restrictTo(String place, String parameter, List<String> faults) {
        operation.addExtension(
                "x-unit-scope",
                parameter.isEmpty()
                        ? place.toLowerCase(Locale.ROOT)
                        : place.toLowerCase(Locale.ROOT) + ":" + parameter);
        boolean isThere = switch (place) {
            case "PATH", "RECORD" -> hasParameter("path", parameter);
            case "QUERY" -> hasParameter("query", parameter);
            case "BODY" -> new RequestBodies(api).has(operation, parameter);
            default -> parameter.isEmpty();
        };
        if (!isThere) {
            faults.add(name + ": @UnitScoped names " + place + " " + parameter + ", which the operation does not have");
        }
    }

    /** Whoever changes something may say why, whatever the change. */
    void offerReason() {
        boolean changes = !name.startsWith("GET ");
        if (changes
                && operation.getExtensions() != null
                && operation.getExtensions().containsKey(PERMISSION)) {
            operation.addParametersItem(new Parameter()
                    .in("header")
                    .name("Gridloom-Reason")
                    .description(
                            "Why, percent-encoded UTF-8 of at most 200 characters, for audit entries without a reason of their"
                                    + " own / 原因(百分号编码的 UTF-8,最多 200 字),记入没有自带原因的审计记录")
                    .schema(new StringSchema().example("%E5%90%88%E5%B9%B6")));
        }
    }

    boolean hasParameter(String in, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(known -> in.equals(known.getIn()) && parameter.equals(known.getName()));
    }

    void addProblems(OpenAPI document) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        boolean hasBody = operation.getRequestBody() != null;
        if (hasBody) {
            problem("400", "Not well-formed / 格式错误");
        }
        // Whoever sends a wrong Authorization header is refused, also where nobody need sign in.
        problem("401", "Not signed in / 未登录");
        if (operation.getExtensions() != null && operation.getExtensions().containsKey(PERMISSION)) {
            problem("403", "Not allowed, or not in this unit / 无权操作,或无权操作该单位");
        }
        if (parameters.stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            problem("404", "Not found / 未找到");
        }
        if (hasParameter("header", "If-Match")) {
            problem("412", "Changed meanwhile / 记录已被修改");
            problem("428", "If-Match is missing / 缺少 If-Match");
        }
        if (hasBody || !parameters.isEmpty()) {
            problem("422", "Invalid input, see violations / 提交的内容有误,见 violations");
        }
        problem("429", "Too many failures to sign in / 登录失败次数过多");
        problem("500", "The server failed / 服务器出错");
        problem("default", "Any other problem / 其他问题");
        Problems.addSchema(document);
    }

    private void problem(String status, String description) {
        if (!operation.getResponses().containsKey(status)) {
            operation.getResponses().addApiResponse(status, Problems.response(description));
        }
    }
}
