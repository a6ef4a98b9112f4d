package org.gridloom.platform.settings.internal.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;

/** Values of settings as JSON has them. */
final class JsonValues {

    private JsonValues() {}

    /** @throws Problem {@link Problem.Kind#INVALID} for what is neither text, number, boolean nor a list of these */
    static Map<String, List<String>> read(Map<String, Object> json) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<Violation> faults = new ArrayList<>();
        if (json != null) {
            json.forEach((key, value) -> {
                List<?> list = value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
                if (list.stream().allMatch(JsonValues::isPlain)) {
                    values.put(
                            key,
                            value == null
                                    ? null
                                    : list.stream().map(JsonValues::text).toList());
                } else {
                    faults.add(Violation.of(
                            key,
                            Text.of(
                                    "应为文字、数字、true 或 false,或它们的列表",
                                    "Must be a text, a number, true or false, or a list of these")));
                }
            });
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return values;
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static String text(Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()).toPlainString() : value.toString();
    }
}
