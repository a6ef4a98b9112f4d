package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridloom.itests.harness.Rest;

/** A client that registers programmes of training, one after the other. */
final class ProgrammeWriter {

    private static final int CREATED = 201;

    private final Rest rest;
    private final String prefix;
    private final String unit;
    private final List<String> acknowledged = new ArrayList<>();
    private int number;

    ProgrammeWriter(Rest rest, String prefix, String unit) {
        this.rest = rest;
        this.prefix = prefix;
        this.unit = unit;
    }

    Rest.Answer writeNext() {
        number++;
        String code = "%s-%06d".formatted(prefix, number);
        Rest.Answer answer = rest.post(
                "/api/training/programmes",
                Map.of("code", code, "name", "培训 " + code, "unit", unit, "requiredSessions", 1));
        if (answer.status() == CREATED) {
            acknowledged.add(code);
        }
        return answer;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** Programmes and their events are exactly those that were acknowledged. */
    void assertEachOnce() {
        assertThat(acknowledged).isNotEmpty();
        assertThat(sorted("/api/training/programmes?unit=" + unit, "code")).isEqualTo(acknowledged);
        assertThat(sorted("/api/events?name=training.programme.registered", "aggregate"))
                .isEqualTo(acknowledged.stream()
                        .map(code -> "training-programme/" + code)
                        .toList());
    }

    private List<String> sorted(String list, String field) {
        return rest.all(list).stream()
                .map(item -> item.get(field).asText())
                .filter(value -> value.contains(prefix + "-"))
                .sorted()
                .toList();
    }
}
