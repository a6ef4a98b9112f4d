package org.gridloom.build.ui.declaration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A JSON file of a {@code ui/} folder, read strictly. */
final class Source {

    private static final JsonMapper STRICT = strict();

    private final String file;
    private final String text;

    Source(String file, byte[] content) {
        this.file = file;
        this.text = new String(content, StandardCharsets.UTF_8);
    }

    <T> T as(TypeReference<T> type) throws FaultyException {
        try {
            T value = STRICT.readValue(text, type);
            if (value == null) {
                throw new FaultyException(List.of(fault("", "应为对象", "must be an object")));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new FaultyException(List.of(fault(e)));
        }
    }

    /** @param where text on the line that is wrong */
    Fault fault(String where, String zh, String en) {
        int at = Math.max(0, text.indexOf(where));
        return new Fault(
                file, 1 + (int) text.chars().limit(at).filter(c -> c == '\n').count(), zh, en);
    }

    private Fault fault(JsonProcessingException e) {
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        if (e instanceof UnrecognizedPropertyException unknown) {
            String known = new ArrayList<>(unknown.getKnownPropertyIds())
                    .stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
            return new Fault(
                    file,
                    line,
                    "未知字段 %s;可用:%s".formatted(path(unknown), known),
                    "unknown field %s; there are: %s".formatted(path(unknown), known));
        }
        if (e instanceof JsonMappingException mapping && !(e.getCause() instanceof StreamReadException)) {
            return new Fault(
                    file,
                    line,
                    "%s 缺少必填字段或类型不符(%s)".formatted(path(mapping), mapping.getOriginalMessage()),
                    "%s lacks a field or is of the wrong type (%s)"
                            .formatted(path(mapping), mapping.getOriginalMessage()));
        }
        String reason =
                e.getCause() instanceof StreamReadException cause ? cause.getOriginalMessage() : e.getOriginalMessage();
        String shown = reason.replaceFirst(" \\(start marker.*", "");
        return new Fault(file, line, "不是有效的 JSON:" + shown, "not JSON: " + shown);
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }

    private static JsonMapper strict() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
        for (CoercionInputShape shape :
                List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
        return mapper;
    }
}
