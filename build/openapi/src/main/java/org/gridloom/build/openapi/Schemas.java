package org.gridloom.build.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** How the platform's JSON differs from what swagger makes of Java types. */
final class Schemas extends ModelResolver {

    private static final String TEXT = "org.gridloom.platform.text.Text";

    private Schemas() {
        super(Json.mapper(), new Names());
    }

    static void install() {
        ModelConverters.reset();
        ModelConverters.getInstance().addConverter(new Schemas());
    }

    @Override
    public Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Class<?> raw = raw(type);
        if (raw != null && raw.getName().equals(TEXT)) {
            return new StringSchema();
        }
        Schema<?> schema = super.resolve(type, context, chain);
        if (raw != null && raw.isRecord() && schema != null) {
            requirePrimitives(raw, schema, context);
        }
        return schema;
    }

    private Class<?> raw(AnnotatedType type) {
        JavaType known = type.getType() == null ? null : _mapper.constructType(type.getType());
        return known == null ? null : known.getRawClass();
    }

    /** A number or flag that cannot be null has to be sent. */
    private static void requirePrimitives(Class<?> type, Schema<?> schema, ModelConverterContext context) {
        Schema<?> model = schema.get$ref() == null
                ? schema
                : context.getDefinedModels()
                        .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
        if (model == null || model.getProperties() == null) {
            return;
        }
        Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType().isPrimitive())
                .map(RecordComponent::getName)
                .filter(name -> model.getProperties().containsKey(name))
                .filter(name ->
                        model.getRequired() == null || !model.getRequired().contains(name))
                .forEach(model::addRequiredItem);
    }

    /** Nested types bear the outer one's name; two types never share a name. */
    private static final class Names extends TypeNameResolver {

        private final Map<String, Class<?>> known = new HashMap<>();

        @Override
        protected String nameForClass(Class<?> type, Set<Options> options) {
            String name = type.isMemberClass()
                    ? type.getDeclaringClass().getSimpleName() + super.nameForClass(type, options)
                    : super.nameForClass(type, options);
            Class<?> other = known.putIfAbsent(name, type);
            if (other != null && other != type) {
                throw new IllegalStateException(other + " and " + type + " would both be the schema " + name);
            }
            return name;
        }
    }
}
