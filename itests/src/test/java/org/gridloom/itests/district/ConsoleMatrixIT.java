package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Operation;
import org.gridloom.itests.harness.Rest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every command of ours, run by an account that may do everything in one street, on what belongs to another street. A
 * command that {@code console-matrix.txt} does not know fails the test.
 */
@Order(2)
@ExtendWith(BootedDistrict.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleMatrixIT {

    private static final String OWN = "210102021";
    private static final String FOREIGN = "210102016";
    private static final Pattern COMMAND = Pattern.compile("([a-z]+):[a-z-]+");

    private final Gridloom gridloom;
    private final Console console;
    private final List<String> lines;
    private final Map<String, String> values;
    private final Traces traces;

    ConsoleMatrixIT(Gridloom gridloom) throws IOException {
        this.gridloom = gridloom;
        Accounts accounts = new Accounts(gridloom);
        String role = accounts.allPowerfulRole("console-everything");
        Login owner = accounts.create("console-owner", OWN, role);
        Login foreigner = accounts.create("console-foreigner", FOREIGN, role);
        console = gridloom.console(owner.username(), owner.password());
        lines = lines();
        values = values(gridloom, role, owner, foreigner);
        traces = new Traces(gridloom.rest());
        traces.remember("console-owner");
    }

    @AfterAll
    void nothingThatWasRefusedLeftATrace() {
        traces.assertUnchanged();
        console.close();
    }

    @Test
    void everyCommandIsTried() {
        Set<String> tried = lines.stream().map(line -> line.split("\\s+")[1]).collect(Collectors.toSet());
        Set<String> scopes = tried.stream()
                .map(command -> command.substring(0, command.indexOf(':')))
                .collect(Collectors.toSet());
        Set<String> offered = new TreeSet<>();
        try (Console admin = gridloom.console()) {
            Matcher commands = COMMAND.matcher(admin.run("*:help").ok().output());
            while (commands.find()) {
                if (scopes.contains(commands.group(1))) {
                    offered.add(commands.group());
                }
            }
        }
        assertThat(offered).hasSizeGreaterThan(50);
        offered.removeAll(tried);
        assertThat(offered).as("commands that console-matrix.txt does not know").isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> aForeignRecordIsRefused() {
        return tests("refused", result -> {
            result.refused();
            assertThat(result.output())
                    .as("refused for its scope, not for its form")
                    .containsPattern("无权|没有|未找到|不在您的|需要全区范围的");
        });
    }

    @TestFactory
    Stream<DynamicTest> aListHoldsNothingOfAForeignUnit() {
        return tests("own", result -> assertThat(result.ok().output()).doesNotContainPattern("\\b" + FOREIGN));
    }

    private Stream<DynamicTest> tests(String kind, java.util.function.Consumer<Console.Result> check) {
        return lines.stream()
                .filter(line -> line.startsWith(kind + " "))
                .map(line -> line.substring(kind.length()).strip())
                .map(line -> dynamicTest(line, () -> check.accept(console.run(filled(line)))));
    }

    private String filled(String line) {
        String filled = line;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = ConsoleMatrixIT.class.getResourceAsStream("/console-matrix.txt")) {
            return Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static Map<String, String> values(Gridloom gridloom, String role, Login owner, Login foreigner)
            throws IOException {
        Rest mine = gridloom.anonymous().as(owner.username(), owner.password());
        Rest other = gridloom.anonymous().as(foreigner.username(), foreigner.password());
        ForeignRecords records = new ForeignRecords(Operation.all(gridloom.rest()), mine, other, FOREIGN);
        Map<String, String> values = new HashMap<>();
        values.put("unit", FOREIGN);
        values.put("own", OWN);
        values.put("community", firstBelow(other, FOREIGN));
        values.put("ownCommunity", firstBelow(mine, OWN));
        values.put("person", records.in("/organization/people"));
        values.put("post", records.in("/organization/posts"));
        values.put("party", records.in("/organization/party-organizations"));
        values.put("outside", records.in("/organization/outside-organizations"));
        values.put("goal", records.in("/organization/coordination-goals"));
        values.put("task", records.in("/organization/coordination-tasks"));
        values.put("attachment", records.in("/attachments"));
        values.put("body", records.in("/organization/coordination-bodies"));
        values.put("programme", records.in("/training/programmes"));
        values.put("studio", records.in("/training/studios"));
        values.put("trainer", records.in("/training/trainers"));
        values.put("session", records.in("/training/sessions"));
        values.put("attendance", records.in("/training/attendances"));
        values.put("certificate", records.in("/training/certificates"));
        values.put("account", foreigner.username());
        values.put("role", role);
        table(gridloom, values, "units.csv", """
                code,parent,level,name
                %1$s180,%1$s,community,新社区
                """);
        table(gridloom, values, "boundaries.geojson", """
                {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"code": "%1$s"},
                "geometry": {"type": "Polygon",
                "coordinates": [[[123.40, 41.70], [123.41, 41.70], [123.41, 41.71], [123.40, 41.70]]]}}]}
                """);
        table(gridloom, values, "outside.csv", """
                code,name,type,seat,covers,validFrom,note
                MATRIX-3,新单位,property-company,%1$s,%1$s,2026-01-01,
                """);
        table(gridloom, values, "party.csv", """
                code,name,level,type,parent,seat,covers,validFrom,note
                MATRIX-4,新支部,branch,branch,,%1$s,%1$s,2026-01-01,
                """);
        table(gridloom, values, "posts.csv", """
                person,name,sex,birthYear,politicalStatus,unit,kind,at,validFrom,crossAppointment,represents,note
                MATRIX-5,张三,male,1980,party-member,%1$s,street-secretary,%1$s,2026-01-01,,,
                """);
        return values;
    }

    private static void table(Gridloom gridloom, Map<String, String> values, String name, String content)
            throws IOException {
        Path file = gridloom.data().resolve("matrix-" + name);
        Files.writeString(file, content.formatted(FOREIGN));
        values.put(name, file.toString());
    }

    private static String firstBelow(Rest rest, String unit) {
        return rest.all("/api/organization/units?parent=" + unit)
                .get(0)
                .get("code")
                .asText();
    }
}
