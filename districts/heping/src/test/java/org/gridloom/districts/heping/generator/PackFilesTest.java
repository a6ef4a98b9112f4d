package org.gridloom.districts.heping.generator;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the lists as an import does. */
class PackFilesTest {

    private static final Path DIVISIONS = Path.of("src/main/resources/divisions/heping-divisions.csv");
    private static final String INVENTED = "演示数据，虚构";

    @TempDir
    static Path folder;

    private static List<CSVRecord> units;
    private static List<CSVRecord> organizations;
    private static List<CSVRecord> partners;
    private static List<CSVRecord> posts;
    private static Set<String> unitCodes;

    @BeforeAll
    static void generate() throws IOException {
        PackFiles.write(DIVISIONS, folder);
        units = read(folder.resolve("units.csv"));
        organizations = read(folder.resolve("party-organizations.csv"));
        partners = read(folder.resolve("outside-organizations.csv"));
        posts = read(folder.resolve("posts.csv"));
        unitCodes = units.stream().map(unit -> unit.get("code")).collect(Collectors.toSet());
    }

    @Test
    void theTerritoryHasAsManyUnitsAsTheArticleSays() {
        assertThat(counted(units, "level"))
                .containsEntry("district", 1L)
                .containsEntry("street", 10L)
                .containsEntry("community", 126L)
                .containsEntry("grid", 931L);
        assertThat(units).filteredOn(at("kind", "village")).hasSize(10);
    }

    @Test
    void thePartyHasAsManyOrganizationsAtEachLevelAsTheArticleSays() {
        assertThat(counted(organizations, "level"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "committee", 1L,
                        "street", 10L,
                        "community", 126L,
                        "branch", 931L,
                        "building-group", 1765L,
                        "host-household", 2180L));
    }

    @Test
    void theStreetsNumbersAddUpToTheDistricts() {
        Map<String, Long> ofStreets = organizations.stream()
                .filter(organization -> organization.get("seat").length() >= 9)
                .collect(groupingBy(organization -> organization.get("seat").substring(0, 9), counting()));

        assertThat(ofStreets).hasSize(10);
        assertThat(ofStreets.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(10 + 126 + 931 + 1765 + 2180);
    }

    @Test
    void publishedDivisionsAreUnchangedAndAllElseIsMarked() throws IOException {
        List<List<String>> published = read(DIVISIONS).stream()
                .map(row -> List.of(row.get("code"), row.get("parent"), row.get("level"), row.get("name")))
                .toList();

        assertThat(units)
                .filteredOn(at("note", ""))
                .extracting(row -> List.of(row.get("code"), row.get("parent"), row.get("level"), row.get("name")))
                .containsExactlyInAnyOrderElementsOf(published);
        assertThat(units).filteredOn(at("note", "").negate()).allMatch(at("note", INVENTED));
        assertThat(units)
                .filteredOn(at("note", INVENTED).and(at("level", "community")))
                .hasSize(1);
        assertThat(Stream.of(organizations, partners, posts).flatMap(List::stream))
                .allMatch(at("note", INVENTED));
    }

    @Test
    void everyCodeFollowsTheLayout() {
        Map<String, Integer> lengths = Map.of("district", 6, "street", 9, "community", 12, "grid", 15, "building", 18);

        assertThat(unitCodes).hasSameSizeAs(units);
        assertThat(units).allSatisfy(unit -> {
            String code = unit.get("code");
            assertThat(code).hasSize(lengths.get(unit.get("level"))).containsOnlyDigits();
            assertThat(code).startsWith(unit.get("parent"));
        });
        assertThat(units)
                .filteredOn(at("level", "community"))
                .allMatch(unit ->
                        unit.get("kind").equals("village") == unit.get("code").charAt(9) > '1');
    }

    @Test
    void everyParentComesBeforeItsChildren() {
        assertThat(inOrder(units, "code", "parent")).isTrue();
        assertThat(inOrder(organizations, "code", "parent")).isTrue();
    }

    @Test
    void everySeatAndEveryUnitCoveredIsThere() {
        assertThat(organizations).allMatch(organization -> unitCodes.contains(organization.get("seat")));
        assertThat(organizations).allMatch(organization -> unitCodes.containsAll(codes(organization, "covers")));
        assertThat(partners).allMatch(partner -> unitCodes.contains(partner.get("seat")));
        assertThat(partners).allMatch(partner -> unitCodes.containsAll(codes(partner, "covers")));
        assertThat(posts).allMatch(post -> unitCodes.contains(post.get("unit")));
    }

    @Test
    void everyGridAndEveryBuildingIsCovered() {
        assertThat(covered("branch")).containsAll(unitsAt("grid"));
        assertThat(covered("building-group")).containsExactlyInAnyOrderElementsOf(unitsAt("building"));
        assertThat(organizations)
                .filteredOn(at("type", "joint-branch"))
                .isNotEmpty()
                .allMatch(branch -> codes(branch, "covers").size() == 2);
    }

    @Test
    void namesAreNotRepeatedWithinOneParent() {
        for (List<CSVRecord> list : List.of(units, organizations)) {
            assertThat(list)
                    .extracting(row -> row.get("parent") + row.get("name"))
                    .doesNotHaveDuplicates();
        }
        assertThat(partners)
                .extracting(partner -> partner.get("seat") + partner.get("name"))
                .doesNotHaveDuplicates();
        assertThat(posts).allMatch(post -> post.get("name").matches("\\p{IsHan}{2,4}"));
        assertThat(posts).noneMatch(at("name", "胡静琴"));
    }

    @Test
    void everyOrganizationHasItsHeadAndEveryGridItsHeadAndWorker() {
        Set<String> heads = Set.of(
                "district-secretary",
                "street-secretary",
                "community-secretary",
                "branch-secretary",
                "group-leader",
                "host");

        assertThat(placesOf(heads::contains))
                .containsExactlyInAnyOrderElementsOf(
                        organizations.stream().map(row -> row.get("code")).toList());
        assertThat(placesOf("grid-head"::equals)).containsExactlyInAnyOrderElementsOf(unitsAt("grid"));
        assertThat(placesOf("full-time-worker"::equals)).containsExactlyInAnyOrderElementsOf(unitsAt("grid"));
    }

    @Test
    void aPersonIsTheSameInAllOfTheirPosts() {
        assertThat(posts.stream()
                        .map(post -> Stream.of("person", "name", "sex", "birthYear", "politicalStatus", "unit")
                                .map(post::get)
                                .toList())
                        .distinct()
                        .map(person -> person.get(0)))
                .doesNotHaveDuplicates();
    }

    @Test
    void partTimeMembersRepresentAPartnerThatIsThere() {
        Set<String> codes = partners.stream().map(row -> row.get("code")).collect(Collectors.toSet());

        assertThat(codes).hasSameSizeAs(partners);
        assertThat(posts)
                .filteredOn(at("kind", "part-time-member"))
                .hasSize(40 + 126)
                .allMatch(post -> codes.contains(post.get("represents")));
        assertThat(posts)
                .filteredOn(at("crossAppointment", "").negate())
                .hasSize(126)
                .allMatch(post -> codes.contains(post.get("crossAppointment")));
    }

    @Test
    void theListsAreTheSameEachTimeWhateverTheLanguageAndTimeZone(@TempDir Path again) throws IOException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
            PackFiles.write(DIVISIONS, again);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files)
                    .hasSize(11)
                    .allSatisfy(file ->
                            assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file));
        }
    }

    private static List<CSVRecord> read(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            return parser.getRecords();
        }
    }

    private static Predicate<CSVRecord> at(String column, String value) {
        return row -> row.get(column).equals(value);
    }

    private static Map<String, Long> counted(List<CSVRecord> rows, String column) {
        return rows.stream().collect(groupingBy(row -> row.get(column), counting()));
    }

    private static List<String> codes(CSVRecord row, String column) {
        return List.of(row.get(column).split(";"));
    }

    private static List<String> unitsAt(String level) {
        return units.stream()
                .filter(at("level", level))
                .map(unit -> unit.get("code"))
                .toList();
    }

    private static List<String> covered(String level) {
        return organizations.stream()
                .filter(at("level", level))
                .flatMap(organization -> codes(organization, "covers").stream())
                .toList();
    }

    private static List<String> placesOf(Predicate<String> kind) {
        return posts.stream()
                .filter(post -> kind.test(post.get("kind")))
                .map(post -> post.get("at"))
                .toList();
    }

    private static boolean inOrder(List<CSVRecord> rows, String code, String parent) {
        Set<String> seen = new HashSet<>(Set.of(""));
        return rows.stream().allMatch(row -> seen.contains(row.get(parent)) && seen.add(row.get(code)));
    }
}
