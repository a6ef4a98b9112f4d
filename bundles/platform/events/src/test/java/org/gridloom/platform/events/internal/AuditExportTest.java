package org.gridloom.platform.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridloom.platform.events.internal.chain.Chain;
import org.gridloom.platform.events.internal.chain.Sealer;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditExportTest {

    private static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoeverHasTheLinesCanVerifyTheChainWithoutTheDatabase(Databases kind) throws Exception {
        try (TestDatabase db = kind.open()) {
            db.platform().run(tx -> IntStream.range(0, 4100).forEach(i -> Databases.record(tx, "item/" + i, null)));
            new Sealer(db.platform()).seal(Chain.AUDIT);

            List<JsonNode> lines = lines(db, ALL);

            assertThat(lines).hasSize(4101);
            String previous = "0".repeat(64);
            for (JsonNode line : lines.subList(0, 4100)) {
                assertThat(line.get("previous_hash").asText()).isEqualTo(previous);
                assertThat(line.get("hash").asText()).isEqualTo(hash(line));
                previous = line.get("hash").asText();
            }
        }
    }

    /** As the README says. */
    private static String hash(JsonNode line) throws Exception {
        List<String> covered = new ArrayList<>();
        covered.add(line.get("previous_hash").asText());
        line.fields().forEachRemaining(field -> {
            if (!List.of("position", "previous_hash", "hash").contains(field.getKey())) {
                covered.add(field.getValue().isNull() ? null : field.getValue().asText());
            }
        });
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(JSON.writeValueAsBytes(covered)));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void onlyWhatTheReaderMayReadIsTakenAwayAndTheTrailTellsOfIt(Databases kind) throws IOException {
        try (TestDatabase db = kind.open()) {
            Databases.record(db, "item/1", "210102021");
            Databases.record(db, "item/2", "210102022");
            UnitScope street = new UnitScope(List.of(CodeRange.subtree("210102021")));
            db.access().signIn("reader", Map.of(Permissions.AUDIT_READ, street));

            assertThat(lines(db, ALL))
                    .extracting(line -> line.get("subject").asText())
                    .containsExactly("item/1");
            assertThat(db.audit())
                    .filteredOn(entry -> entry.action().equals("audit.trail.exported"))
                    .hasSize(1);

            AuditFilter foreign = new AuditFilter(null, null, null, null, null, null, "210102022");
            assertThatThrownBy(() -> lines(db, foreign)).isInstanceOf(Problem.class);
            assertThat(db.audit())
                    .filteredOn(entry -> entry.action().equals("audit.trail.exported"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatIsNoUnitIsRefusedBeforeTheTrailTellsOfIt(Databases kind) throws IOException {
        try (TestDatabase db = kind.open()) {
            AuditFilter nowhere = new AuditFilter(null, null, null, null, null, null, "x".repeat(600));

            assertThatThrownBy(() -> lines(db, nowhere))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.violations())
                                    .extracting(Violation::field)
                                    .containsExactly("unit"));
            assertThat(db.audit()).isEmpty();
        }
    }

    private static List<JsonNode> lines(TestDatabase db, AuditFilter filter) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new AuditExport(db.platform(), db.access(), db.clock()).export(filter).writeTo(out);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }
}
