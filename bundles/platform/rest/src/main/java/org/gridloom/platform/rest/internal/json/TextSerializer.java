package org.gridloom.platform.rest.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import org.gridloom.platform.text.Text;

/** Writes a text in the writer's language. */
final class TextSerializer extends StdScalarSerializer<Text> {

    private static final long serialVersionUID = 1L;

    TextSerializer() {
        super(Text.class);
    }

    @Override
    public void serialize(Text text, JsonGenerator json, SerializerProvider writer) throws IOException {
        json.writeString(text.in(writer.getLocale()));
    }
}
