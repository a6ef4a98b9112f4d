package org.gridloom.organization.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridloom.organization.BoundaryImport;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Features of a GeoJSON FeatureCollection, one after the other. What is wrong with them is told to the faults. */
final class Features implements AutoCloseable {

    private static final int MAX_SOURCE = 200;

    /**
     * A well-formed feature.
     *
     * @param row its number, from 1
     * @param geometry checked, as GeoJSON
     */
    record Feature(int row, String code, String geometry, String source) {}

    private final ImportFaults faults;
    private final JsonParser parser;
    private int read;
    private boolean isOver;

    Features(SpooledText text, ImportFaults faults) throws IOException {
        this.faults = faults;
        Reader characters = text.reader().orElse(Reader.nullReader());
        parser = GeoJson.JSON.createParser(characters);
        try {
            isOver = !isAtFeatures();
        } catch (JsonProcessingException malformed) {
            malformed(malformed);
        }
        if (isOver && faults.count() == 0) {
            faults.add(1, "file", Text.of("应为 GeoJSON FeatureCollection", "Must be a GeoJSON FeatureCollection"));
        }
    }

    private boolean isAtFeatures() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("features")) {
                return value == JsonToken.START_ARRAY;
            }
            parser.skipChildren();
        }
        return false;
    }

    /** Features read so far, also those with faults. */
    int read() {
        return read;
    }

    /** The next well-formed features, at most so many; none at the end. */
    List<Feature> next(int most) throws IOException {
        List<Feature> features = new ArrayList<>();
        while (!isOver && features.size() < most) {
            next().ifPresent(features::add);
        }
        return features;
    }

    private Optional<Feature> next() throws IOException {
        try {
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                isOver = true;
                readRest();
                return Optional.empty();
            }
            JsonNode feature = parser.readValueAsTree();
            if (++read > BoundaryImport.MAX_FEATURES) {
                isOver = true;
                faults.add(
                        read,
                        "file",
                        Text.of(
                                "最多 %d 个要素,请分批导入",
                                "At most %d features: import in parts", BoundaryImport.MAX_FEATURES));
                return Optional.empty();
            }
            return checked(feature);
        } catch (JsonProcessingException malformed) {
            malformed(malformed);
            return Optional.empty();
        }
    }

    /** A file that goes on wrongly was perhaps cut or put together, and nobody knows what it should have said. */
    private void readRest() throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            parser.nextToken();
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            faults.add(read + 1, "file", Text.of("集合之后还有内容", "There is more after the collection's end"));
        }
    }

    private void malformed(JsonProcessingException malformed) {
        isOver = true;
        faults.add(read + 1, "file", GeoJson.malformed(malformed));
    }

    private Optional<Feature> checked(JsonNode feature) {
        String code = feature.path("properties").path("code").asText("");
        String source = feature.path("properties").path("source").asText("").strip();
        int before = faults.count();
        if (!code.matches("[0-9]{1,40}")) {
            faults.add(read, "code", Text.of("属性 code 应为单元编码", "The property code must be a unit's code"));
        }
        if (source.length() > MAX_SOURCE) {
            faults.add(read, "source", Text.of("不超过 %d 字", "At most %d characters", MAX_SOURCE));
        }
        try {
            String geometry = BoundaryReader.checked(feature.path("geometry"));
            return faults.count() > before
                    ? Optional.empty()
                    : Optional.of(new Feature(read, code, geometry, source.isEmpty() ? null : source));
        } catch (Problem wrong) {
            wrong.violations().forEach(fault -> faults.add(read, fault.field(), fault.message()));
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
