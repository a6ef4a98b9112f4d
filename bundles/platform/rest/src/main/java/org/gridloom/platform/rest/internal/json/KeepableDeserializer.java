package org.gridloom.platform.rest.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;

/** Reads as another does, and refuses what no database could keep. */
final class KeepableDeserializer<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient JsonDeserializer<T> reader;

    KeepableDeserializer(Class<T> type, JsonDeserializer<T> reader) {
        super(type);
        this.reader = reader;
    }

    @Override
    public LogicalType logicalType() {
        return reader.logicalType();
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        T value = reader.deserialize(json, context);
        return Keepable.is(value)
                ? value
                : (T) context.handleWeirdStringValue(handledType(), json.getText(), "Cannot be kept");
    }
}
