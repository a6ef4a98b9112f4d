package org.gridloom.platform.rest.internal.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.gridloom.platform.text.Text;

/** JSON as the platform reads and writes it: strict in what it takes, ISO dates, texts in one language. */
public final class JsonMappers {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 2_000_000;
    private static final int MAX_DIGITS = 40;
    private static final int MAX_NAME = 200;

    private static final int TYPES_KEPT_AT_FIRST = 16;
    private static final int TYPES_KEPT = 200;

    private static final JsonMapper PLATFORM = own();

    private JsonMappers() {}

    /** The one for the platform's own types; safe for use by many threads. Never for a type of a bundle, as it keeps it. */
    public static JsonMapper plain() {
        return PLATFORM;
    }

    /** A new one, for the types of one bundle: what it keeps of them goes with it. */
    public static JsonMapper own() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT)
                        .maxNumberLength(MAX_DIGITS)
                        .maxNameLength(MAX_NAME)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .build();
        JsonMapper mapper = JsonMapper.builder(factory)
                // Otherwise all mappers of the JVM share what is kept.
                .typeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(TYPES_KEPT_AT_FIRST, TYPES_KEPT)))
                .addModules(List.of(new JavaTimeModule(), new Jdk8Module(), texts(), keepable()))
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(
                        DeserializationFeature.ACCEPT_FLOAT_AS_INT,
                        DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .serializationInclusion(JsonInclude.Include.ALWAYS)
                .defaultLocale(Locale.SIMPLIFIED_CHINESE)
                .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    private static SimpleModule keepable() {
        return new SimpleModule("keepable")
                .addDeserializer(String.class, new KeepableDeserializer<>(String.class, new StringDeserializer()))
                .addDeserializer(
                        LocalDate.class, new KeepableDeserializer<>(LocalDate.class, LocalDateDeserializer.INSTANCE))
                .addDeserializer(Instant.class, new KeepableDeserializer<>(Instant.class, InstantDeserializer.INSTANT))
                .addDeserializer(
                        OffsetDateTime.class,
                        new KeepableDeserializer<>(OffsetDateTime.class, InstantDeserializer.OFFSET_DATE_TIME));
    }

    private static SimpleModule texts() {
        return new SimpleModule("texts").addSerializer(Text.class, new TextSerializer());
    }
}
