package org.gridloom.districts.heping.generator;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes the pack's lists as anybody's import would have them. The build runs it; the lists go into the bundle. What is
 * invented says so in its note.
 */
public final class PackFiles {

    private static final String INVENTED = "演示数据，虚构";
    private static final LocalDate FOUNDED = LocalDate.of(2021, 1, 1);
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private final Path folder;

    private PackFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes the lists.
     *
     * @param arguments the file with the published divisions, and the folder to write to
     */
    public static void main(String[] arguments) throws IOException {
        write(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void write(Path divisions, Path folder) throws IOException {
        Territory territory = Territory.complete(Division.read(divisions));
        Partners partners = Partners.in(territory);
        List<Organization> organizations = Party.over(territory);
        Files.createDirectories(folder);
        PackFiles files = new PackFiles(folder);
        files.units(territory.units());
        files.outsideOrganizations(partners.all());
        files.partyOrganizations(organizations);
        List<Post> posts = Posts.fill(territory, organizations, partners);
        files.posts(posts);
        files.training(new Training(territory, posts));
        files.boundaries(territory, Outlines.of(territory));
    }

    private void boundaries(Territory territory, Map<String, Polygon> outlines) throws IOException {
        Map<String, Unit> units = territory.units().collect(Collectors.toMap(Unit::code, unit -> unit, (a, b) -> a));
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(folder.resolve("boundaries.geojson").toFile(), JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeArrayFieldStart("features");
            for (Map.Entry<String, Polygon> outline : outlines.entrySet()) {
                json.writeRaw('\n');
                boundary(json, units.get(outline.getKey()), outline.getValue());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void boundary(JsonGenerator json, Unit unit, Polygon outline) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("properties");
        json.writeStringField("code", unit.code());
        json.writeStringField("name", unit.name());
        json.writeStringField("level", unit.level());
        json.writeStringField("source", INVENTED);
        json.writeEndObject();
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Polygon");
        json.writeArrayFieldStart("coordinates");
        json.writeStartArray();
        for (Coordinate place : outline.getExteriorRing().getCoordinates()) {
            json.writeArray(new double[] {place.x, place.y}, 0, 2);
        }
        json.writeEndArray();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void units(Stream<Unit> units) throws IOException {
        write(
                "units.csv",
                List.of(
                        "code",
                        "parent",
                        "level",
                        "name",
                        "kind",
                        "validFrom",
                        "households",
                        "residents",
                        "extent",
                        "note"),
                units.map(unit -> row(
                        unit.code(),
                        unit.parent(),
                        unit.level(),
                        unit.name(),
                        unit.kind(),
                        FOUNDED,
                        unit.people() == null ? null : unit.people().households(),
                        unit.people() == null ? null : unit.people().residents(),
                        unit.extent(),
                        unit.invented() ? INVENTED : null)));
    }

    private void outsideOrganizations(List<Partner> partners) throws IOException {
        write(
                "outside-organizations.csv",
                List.of("code", "name", "type", "seat", "covers", "validFrom", "note"),
                partners.stream()
                        .map(partner -> row(
                                partner.code(),
                                partner.name(),
                                partner.type(),
                                partner.seat().code(),
                                codes(partner.serves()),
                                FOUNDED,
                                INVENTED)));
    }

    private void partyOrganizations(List<Organization> organizations) throws IOException {
        write(
                "party-organizations.csv",
                List.of("code", "name", "level", "type", "parent", "seat", "covers", "validFrom", "note"),
                organizations.stream()
                        .map(organization -> row(
                                organization.code(),
                                organization.name(),
                                organization.level().code(),
                                organization.type().code(),
                                organization.superior(),
                                organization.seat().code(),
                                codes(organization.covers()),
                                FOUNDED,
                                INVENTED)));
    }

    private void posts(List<Post> posts) throws IOException {
        write(
                "posts.csv",
                List.of(
                        "person",
                        "name",
                        "sex",
                        "birthYear",
                        "politicalStatus",
                        "unit",
                        "kind",
                        "at",
                        "validFrom",
                        "crossAppointment",
                        "represents",
                        "note"),
                posts.stream().map(post -> {
                    Person person = post.person();
                    return row(
                            person.code(),
                            person.name(),
                            person.woman() ? "female" : "male",
                            person.birthYear(),
                            person.partyMember() ? "中共党员" : "群众",
                            person.unit(),
                            post.kind(),
                            post.at(),
                            post.from(),
                            post.crossAppointment(),
                            post.represents(),
                            INVENTED);
                }));
    }

    private void training(Training training) throws IOException {
        write(
                "training.programmes.csv",
                List.of(
                        "code",
                        "name",
                        "unit",
                        "description",
                        "requiredSessions",
                        "passScore",
                        "certificateMonths",
                        "note"),
                training.programmes(INVENTED));
        write(
                "training.studios.csv",
                List.of("code", "name", "unit", "kind", "parent", "note"),
                training.studios(INVENTED));
        write(
                "training.trainers.csv",
                List.of("code", "name", "unit", "affiliation", "expertise", "note"),
                training.trainers(INVENTED));
        write(
                "training.sessions.csv",
                List.of(
                        "number",
                        "title",
                        "topic",
                        "format",
                        "heldOn",
                        "hours",
                        "place",
                        "trainers",
                        "unit",
                        "programme",
                        "studio",
                        "capacity",
                        "state",
                        "note"),
                training.sessions(INVENTED));
        write("training.attendances.csv", List.of("number", "person", "score", "note"), training.attendances(INVENTED));
        write(
                "training.certificates.csv",
                List.of("number", "programme", "person", "issuedOn", "validTo"),
                training.certificates());
    }

    private void write(String file, List<String> headers, Stream<Object[]> rows) throws IOException {
        try (Writer writer = Files.newBufferedWriter(folder.resolve(file));
                CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
            printer.printRecord(headers);
            for (Object[] row : (Iterable<Object[]>) rows::iterator) {
                printer.printRecord(row);
            }
        }
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private static String codes(List<Unit> units) {
        return units.stream().map(Unit::code).collect(Collectors.joining(";"));
    }
}
