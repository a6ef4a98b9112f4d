package org.gridloom.platform.rest.internal.json;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gridloom.platform.rest.internal.problem.Expectations;
import org.gridloom.platform.rest.internal.problem.NotAllowedValue;
import org.gridloom.platform.text.Text;

/** Reads path and query parameters as JSON bodies are read: ISO dates, enums by their JSON names, true or false. */
public final class Parameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, ?>> READERS = Map.of(
            LocalDate.class, text -> Keepable.checked(LocalDate.parse(text)),
            YearMonth.class, text -> Keepable.checked(YearMonth.parse(text)),
            Instant.class, text -> Keepable.checked(OffsetDateTime.parse(text)).toInstant(),
            OffsetDateTime.class, text -> Keepable.checked(OffsetDateTime.parse(text)),
            Boolean.class, Parameters::trueOrFalse,
            Integer.class, Integer::valueOf,
            Long.class, Long::valueOf);

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (type.isEnum()) {
            List<String> names = EnumNames.of(type);
            return new Converter<>(
                    text -> type.getEnumConstants()[indexOf(names, text)],
                    constant -> names.get(((Enum<?>) constant).ordinal()),
                    Expectations.oneOf(names));
        }
        Function<String, T> reader = (Function<String, T>) READERS.get(type);
        return reader == null ? null : new Converter<>(reader, Object::toString, Expectations.of(type));
    }

    private static int indexOf(List<String> names, String text) {
        int index = names.indexOf(text);
        if (index < 0) {
            throw new IllegalArgumentException();
        }
        return index;
    }

    private static Boolean trueOrFalse(String text) {
        if (!Arrays.asList("true", "false").contains(text)) {
            throw new IllegalArgumentException();
        }
        return Boolean.valueOf(text);
    }

    private record Converter<T>(Function<String, T> reader, Function<T, String> writer, Text allowed)
            implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return reader.apply(text);
            } catch (DateTimeException | IllegalArgumentException notReadable) {
                throw new NotAllowedValue(allowed);
            }
        }

        @Override
        public String toString(T value) {
            return writer.apply(value);
        }
    }
}
