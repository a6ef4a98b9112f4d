package org.gridloom.organization.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.gridloom.organization.UnitBoundaries;
import org.gridloom.organization.internal.store.BoundaryStore;
import org.gridloom.organization.internal.store.BoundaryStore.Outline;
import org.gridloom.organization.internal.store.UnitQuery;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.unit.UnitRef;
import org.gridloom.platform.unit.UnitScope;

/**
 * Boundaries that are written out part by part. Each part is one query; nothing of the database is held while a slow
 * reader takes it.
 */
final class StoredBoundaries implements UnitBoundaries {

    /** What breaks off must not look complete. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private static final int PART = 250;

    private final Transactions transactions;
    private final TerritoryReader reader;
    private final UnitScope scope;
    private final Collection<String> levels;
    private final LocalDate date;
    private final String revision;

    StoredBoundaries(
            Transactions transactions,
            TerritoryReader reader,
            UnitScope scope,
            Collection<String> levels,
            LocalDate date,
            String revision) {
        this.transactions = transactions;
        this.reader = reader;
        this.scope = scope;
        this.levels = List.copyOf(levels);
        this.date = date;
        this.revision = revision;
    }

    @Override
    public String revision() {
        return revision;
    }

    private record Feature(UnitRef unit, Outline outline) {}

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeArrayFieldStart("features");
            List<Feature> part = part("");
            while (!part.isEmpty()) {
                for (Feature feature : part) {
                    write(json, feature);
                }
                part = part.size() < PART
                        ? List.of()
                        : part(part.get(PART - 1).outline().code());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private List<Feature> part(String after) {
        return transactions.read(tx -> {
            Territory territory = reader.in(tx);
            UnitQuery query = UnitQuery.validOn(date).in(scope).levels(levels).after(after);
            return new BoundaryStore(tx.em())
                    .outlines(query, PART).stream()
                            .map(outline -> new Feature(
                                    new UnitRef(
                                            territory.succession().position(outline.code(), date),
                                            outline.name(),
                                            outline.level()),
                                    outline))
                            .toList();
        });
    }

    private static void write(JsonGenerator json, Feature feature) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("properties");
        json.writeStringField("code", feature.unit().code());
        json.writeStringField("name", feature.unit().name());
        json.writeStringField("level", feature.unit().level());
        if (feature.outline().boundary().source() != null) {
            json.writeStringField("source", feature.outline().boundary().source());
        }
        json.writeEndObject();
        json.writeFieldName("geometry");
        json.writeRawValue(feature.outline().boundary().geoJson());
        json.writeEndObject();
    }
}
