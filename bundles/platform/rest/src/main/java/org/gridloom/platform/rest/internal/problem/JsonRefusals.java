package org.gridloom.platform.rest.internal.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.internal.json.EnumNames;
import org.gridloom.platform.rest.internal.json.Keepable;
import org.gridloom.platform.text.Text;

/** Refusals of JSON that is none (400), or that does not fit the operation (422, with the field). */
final class JsonRefusals {

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.+)'", Pattern.DOTALL);
    private static final String WHOLE_BODY = "$";
    private static final Text REQUIRED = Text.of("必填", "Is required");
    private static final Text UNREADABLE = Text.of("值不符合要求", "The value is not allowed");

    private JsonRefusals() {}

    static Refusal syntax(StreamReadException thrown) {
        Matcher duplicate = DUPLICATE.matcher(Objects.toString(thrown.getOriginalMessage(), ""));
        if (duplicate.find()) {
            return Refusal.of(
                    400,
                    Text.of("JSON 中同一字段出现两次", "The JSON has the same field twice"),
                    List.of(Violation.of(duplicate.group(1), at(thrown, Text.of("字段重复", "Is there twice")))));
        }
        return Refusal.of(400, at(thrown, Text.of("JSON 格式错误", "The body is not well-formed JSON")));
    }

    static Refusal mapping(JsonMappingException thrown) {
        if (thrown.getCause() instanceof StreamReadException syntax) {
            return syntax(syntax);
        }
        return Refusal.of(Problem.invalid(List.of(Violation.of(field(thrown), message(thrown)))));
    }

    static Refusal tooDeep() {
        return Refusal.of(
                400,
                Text.of(
                        "JSON 嵌套过深,或其中的文本、数字过长",
                        "The JSON is nested too deeply, or a text or number in it is too long"));
    }

    private static Text message(JsonMappingException thrown) {
        if (thrown instanceof UnrecognizedPropertyException unknown) {
            return unknownField(unknown.getKnownPropertyIds());
        }
        if (thrown instanceof InvalidNullException) {
            return REQUIRED;
        }
        if (thrown instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return mismatch(mismatch);
        }
        return UNREADABLE;
    }

    private static Text mismatch(MismatchedInputException thrown) {
        Class<?> target = thrown.getTargetType();
        if (target.isEnum()) {
            return Expectations.oneOf(EnumNames.of(target));
        }
        if (thrown instanceof InvalidFormatException format
                && target == String.class
                && format.getValue() instanceof String) {
            return Keepable.NO_TEXT;
        }
        boolean isNull = !(thrown instanceof InvalidFormatException)
                && Objects.toString(thrown.getOriginalMessage(), "").contains("null");
        return target.isPrimitive() && isNull ? REQUIRED : Expectations.of(target);
    }

    private static Text unknownField(Collection<Object> known) {
        String names =
                String.join(", ", known.stream().map(Object::toString).sorted().toList());
        return Text.of("没有此字段;可用:%s", "No such field; there are: %s", names);
    }

    /** As a person writes it: {@code members[2].unit}. */
    private static String field(JsonMappingException thrown) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : thrown.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? WHOLE_BODY : path.toString();
    }

    private static Text at(JsonProcessingException thrown, Text what) {
        JsonLocation place = thrown.getLocation();
        return place == null
                ? what
                : Text.of(
                        "%s(第 %d 行第 %d 列)".formatted(what.zh(), place.getLineNr(), place.getColumnNr()),
                        "%s (line %d, column %d)".formatted(what.en(), place.getLineNr(), place.getColumnNr()));
    }
}
