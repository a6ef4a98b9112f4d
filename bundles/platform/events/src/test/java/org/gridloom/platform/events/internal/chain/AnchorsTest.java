package org.gridloom.platform.events.internal.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gridloom.platform.events.internal.Databases;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnchorsTest {

    /** Forget all hashes and compute them anew, as whoever rules the database can. */
    private static final String UNSEAL = "update platform_audit set position = null, previous_hash = null, hash = null";

    private static final String BEGIN_ANEW =
            "update platform_seal set position = 0, hash = '" + "0".repeat(64) + "' where chain = 'audit'";

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theEndOfADayIsKeptOutsideTheDatabaseAndAgrees(Databases kind) throws IOException {
        try (TestDatabase db = kind.open()) {
            Anchors anchors = anchors(db);
            grow(db, anchors, 3);
            grow(db, anchors, 2);
            db.clock().advance(Duration.ofDays(1));
            grow(db, anchors, 4);

            ChainReport report = verify(db);

            assertThat(report.whole()).isTrue();
            assertThat(report.anchors()).isEqualTo(2);
            assertThat(report.anchoredTo()).isEqualTo(9);
            assertThat(files("audit-")).hasSize(2);
            assertThat(files("event-")).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aChainRewrittenInTheDatabaseIsFoundOutBetweenTwoAnchors(Databases kind) {
        try (TestDatabase db = kind.open()) {
            Anchors anchors = anchors(db);
            grow(db, anchors, 3);
            db.clock().advance(Duration.ofDays(1));
            grow(db, anchors, 3);
            Databases.tamper(
                    db, "update platform_audit set account = 'somebody' where position = 5", UNSEAL, BEGIN_ANEW);
            new Sealer(db.platform()).seal(Chain.AUDIT);

            ChainReport report = verify(db);

            assertThat(report.whole()).isFalse();
            assertThat(report.broken().kind()).isEqualTo("rewritten");
            assertThat(report.broken().position()).isEqualTo(4);
            assertThat(report.broken().message().en()).contains("4 to 6");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anEndCutOffWithItsSealIsMissed(Databases kind) {
        try (TestDatabase db = kind.open()) {
            grow(db, anchors(db), 6);
            Databases.tamper(
                    db,
                    "delete from platform_audit where position > 4",
                    "update platform_seal set position = 4,"
                            + " hash = (select hash from platform_audit where position = 4) where chain = 'audit'");

            ChainReport report = verify(db);

            assertThat(report.whole()).isFalse();
            assertThat(report.broken().kind()).isEqualTo("missing");
            assertThat(report.broken().position()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anAnchorThatWasChangedOrSignedByAnotherKeyIsNamed(Databases kind) throws IOException {
        try (TestDatabase db = kind.open()) {
            grow(db, anchors(db), 2);
            Path file = files("audit-").get(0);
            ObjectMapper json = new ObjectMapper();
            Anchor anchor = json.readValue(file.toFile(), Anchor.class);
            Anchor moved = new Anchor(anchor.chain(), 1, anchor.hash(), anchor.at(), anchor.signature());
            json.writeValue(file.toFile(), moved);

            assertThat(verify(db).whole()).isFalse();
            assertThat(verify(db).anchorFaults())
                    .singleElement()
                    .satisfies(fault ->
                            assertThat(fault.en()).contains(file.getFileName().toString()));

            json.writeValue(file.toFile(), anchor);
            assertThat(verify(db).whole()).isTrue();
            Files.delete(data.resolve("keys/anchor.key"));
            assertThat(verify(db).anchorFaults()).hasSize(1);
            Files.writeString(data.resolve("keys/anchor.key"), "nonsense");
            assertThat(verify(db).anchorFaults()).hasSize(1);
            Files.writeString(file, "{");
            assertThat(verify(db).anchorFaults()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anAnchorIsWrittenOnceAMinuteAndOnlyWhereTheChainGrew(Databases kind) throws IOException {
        try (TestDatabase db = kind.open()) {
            Anchors anchors = anchors(db);
            grow(db, anchors, 1);
            String first = Files.readString(files("audit-").get(0));
            Databases.record(db, "item/next", null);
            new Sealer(db.platform()).seal(Chain.AUDIT);
            db.clock().advance(Duration.ofSeconds(59));
            anchors.keep();
            assertThat(files("audit-").get(0)).hasContent(first);

            db.clock().advance(Duration.ofSeconds(1));
            anchors.keep();
            String second = Files.readString(files("audit-").get(0));
            assertThat(second).isNotEqualTo(first);

            db.clock().advance(Duration.ofMinutes(1));
            anchors.keep();
            assertThat(files("audit-").get(0)).hasContent(second);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatCannotBeWrittenIsTriedAgain(Databases kind) throws IOException {
        try (TestDatabase db = kind.open()) {
            Path inTheWay = Files.writeString(data.resolve("anchors"), "");
            Anchors anchors = anchors(db);
            grow(db, anchors, 1);
            assertThat(verify(db).anchors()).isZero();

            Files.delete(inTheWay);
            db.clock().advance(Duration.ofMinutes(1));
            anchors.keep();
            assertThat(verify(db).anchors()).isEqualTo(1);
        }
    }

    private Anchors anchors(TestDatabase db) {
        return new Anchors(db.platform(), TestFiles.in(data), db.clock());
    }

    private static void grow(TestDatabase db, Anchors anchors, int records) {
        for (int i = 0; i < records; i++) {
            Databases.record(db, "item/" + i, "210102");
        }
        for (Chain chain : Chain.values()) {
            new Sealer(db.platform()).seal(chain);
        }
        db.clock().advance(Duration.ofMinutes(1));
        anchors.keep();
    }

    /** As another start of the server would, which reads key and anchors anew. */
    private ChainReport verify(TestDatabase db) {
        return new Verification(db.platform(), anchors(db), db.clock()).verify(Chain.AUDIT);
    }

    private List<Path> files(String prefix) throws IOException {
        try (Stream<Path> all = Files.list(data.resolve("anchors"))) {
            return all.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }
}
