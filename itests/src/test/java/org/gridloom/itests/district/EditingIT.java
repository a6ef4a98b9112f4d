package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.gridloom.itests.harness.Territory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What keeps edits from getting lost, doubled or half done. */
@ExtendWith(BootedDistrict.class)
class EditingIT {

    private static final String UNITS = "/api/organization/units";
    private static final String STREET = "210102001";
    private static final int CLIENTS = 8;

    private final Rest rest;
    private final Territory territory;

    EditingIT(Gridloom gridloom) {
        rest = gridloom.rest();
        territory = new Territory(rest);
    }

    @Test
    void ofConcurrentEditsOneWinsAndTheOthersLearnWhy() {
        String tag = territory.get(STREET).ok().header("ETag");
        List<Answer> answers = atOnce(number -> rest.with("If-Match", tag)
                .with("Accept-Language", number % 2 == 0 ? "zh-CN" : "en")
                .send("PATCH", UNITS + "/" + STREET, Map.of("note", "第 " + number + " 次")));

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(CLIENTS - 1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 412)
                .extracting(answer -> answer.json().get("detail").asText())
                .allMatch(detail -> detail.contains("已被他人修改") || detail.contains("Somebody else changed"))
                .anyMatch(detail -> detail.contains("已被他人修改"))
                .anyMatch(detail -> detail.contains("Somebody else changed"));
    }

    @Test
    void anEditThatDoesNotSayWhatItReadIsRefused() {
        rest.send("PATCH", UNITS + "/" + STREET, Map.of("note", "x")).expect(428);
    }

    @Test
    void aRepeatedPostHasOneEffectAndTheSameAnswer() {
        Map<String, Object> unit = Territory.unit(STREET, STREET + "150", "重试社区");
        Rest once = rest.with("Idempotency-Key", UUID.randomUUID().toString());

        List<Answer> answers = atOnce(number -> once.post(UNITS, unit));
        Answer later = once.post(UNITS, unit).expect(201);

        assertThat(answers).extracting(Answer::status).allMatch(status -> status == 201 || status == 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .isNotEmpty()
                .allSatisfy(answer -> assertThat(answer.json()).isEqualTo(later.json()));
        assertThat(rest.all("/api/audit?subject=unit/" + STREET + "150")).hasSize(1);
        once.post(UNITS, Territory.unit(STREET, STREET + "151", "另一社区")).expect(422);
        territory.get(STREET + "151").expect(404);
    }

    @Test
    void aDryRunNamesEveryFaultOfATableAndNothingOfItIsWritten() {
        long before = units();

        JsonNode report =
                territory.importCsv(FaultyTable.csv(), true).expect(200).json();
        assertThat(faults(report)).containsAllEntriesOf(FaultyTable.FIELD_BY_ROW);
        assertThat(faults(report)).hasSize(17);

        JsonNode refused =
                territory.importCsv(FaultyTable.csv(), false).expect(422).json();
        assertThat(faults(refused)).isEqualTo(faults(report));
        assertThat(units()).isEqualTo(before);
        territory.get(FaultyTable.FAULTLESS).expect(404);
    }

    @Test
    void faultsAreToldInTheCallersLanguage() {
        assertThat(messages("zh-CN")).hasSize(17).allMatch(message -> message.matches("\\P{IsLatin}*\\p{IsHan}.*"));
        assertThat(messages("en")).hasSize(17).allMatch(message -> message.matches("[A-Z][a-z' ]+.*"));
    }

    private List<String> messages(String language) {
        return new Territory(rest.with("Accept-Language", language))
                .importCsv(FaultyTable.csv(), true)
                .json()
                .get("violations")
                .findValuesAsText("message");
    }

    @Test
    void aRefusalTellsNothingOfTheDatabase() {
        Answer taken = rest.post(UNITS, Territory.unit("210102", STREET, "重复"));
        assertThat(taken.status()).isBetween(400, 499);
        Answer malformed = rest.post(UNITS, Map.of("parent", "'; drop table organization_unit; --", "name", "x"));
        assertThat(malformed.status()).isBetween(400, 499);
        for (Answer answer : List.of(taken, malformed)) {
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.body())
                    .doesNotContainPattern("(?i)sql|constraint|jdbc|exception|eclipselink|postgres|org\\.h2");
        }
    }

    private long units() {
        return rest.total(UNITS);
    }

    private static Map<Integer, String> faults(JsonNode report) {
        Map<Integer, String> faults = new TreeMap<>();
        report.get("violations")
                .forEach(violation -> faults.put(
                        violation.get("row").asInt(), violation.get("field").asText()));
        return faults;
    }

    private interface Request {
        Answer by(int client);
    }

    private static List<Answer> atOnce(Request request) {
        List<CompletableFuture<Answer>> running = IntStream.range(0, CLIENTS)
                .mapToObj(client ->
                        CompletableFuture.supplyAsync(() -> request.by(client), task -> new Thread(task).start()))
                .toList();
        return running.stream().map(CompletableFuture::join).toList();
    }
}
