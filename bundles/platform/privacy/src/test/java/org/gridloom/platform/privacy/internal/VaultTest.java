package org.gridloom.platform.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridloom.platform.privacy.internal.Strongroom.ACCOUNT;
import static org.gridloom.platform.privacy.internal.Strongroom.ILLNESS;
import static org.gridloom.platform.privacy.internal.Strongroom.PHONE;
import static org.gridloom.platform.privacy.internal.Strongroom.UNIT;
import static org.gridloom.platform.privacy.internal.Strongroom.WISH;
import static org.gridloom.platform.privacy.internal.Strongroom.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.gridloom.platform.persistence.ReadOnlyState;
import org.gridloom.platform.privacy.EndedMatter;
import org.gridloom.platform.privacy.MaskedValue;
import org.gridloom.platform.privacy.ProtectedValue;
import org.gridloom.platform.privacy.internal.crypto.KeyFile;
import org.gridloom.platform.privacy.internal.store.KeyStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final String NUMBER = "13812345678";
    private static final Duration TIME_TO_REACH_THE_LOCK = Duration.ofMillis(300);

    @RegisterExtension
    final TestDatabase db = TestDatabase.of("org.gridloom.platform.privacy");

    @TempDir
    Path folder;

    private Strongroom room;

    @BeforeEach
    void open() {
        room = new Strongroom(db, folder);
    }

    @Test
    void aValueIsKeptUnreadableShownMaskedAndReadWithAReasonThatIsAudited() {
        room.take("1", "138 1234 5678");

        assertThat(room.phones.get("1")).startsWith("v1.").doesNotContain("1234");
        assertThat(room.masked("1")).isEqualTo("138****5678");
        assertThat(room.reveal("1")).isEqualTo(NUMBER);
        RecordedAudit entry = lastAudit();
        assertThat(entry.action()).isEqualTo("privacy.data.revealed");
        assertThat(entry.subject()).isEqualTo(subject("1"));
        assertThat(entry.unit()).isEqualTo(UNIT);
        assertThat(entry.after()).isEqualTo(Map.of("field", PHONE));
        assertThat(entry.reason()).isEqualTo("上门核实");
        assertThat(db.audit().toString()).doesNotContain(NUMBER);
    }

    @Test
    void revealingNeedsPermissionInTheUnitAndAReason() {
        room.take("1", NUMBER);
        refused(Problem.Kind.INVALID, () -> room.vault.reveal(room.phone("1"), UNIT, " "));
        refused(Problem.Kind.INVALID, () -> room.vault.reveal(room.phone("1"), UNIT, "因".repeat(201)));
        db.access().signIn("looker", Map.of(Permissions.REVEAL, UnitScope.nowhere()));
        refused(Problem.Kind.FORBIDDEN, () -> room.reveal("1"));
        assertThat(db.audit()).noneMatch(entry -> entry.action().equals("privacy.data.revealed"));
    }

    @Test
    void whoMustReachSomebodyCanWhileTheDistrictIsReadOnly() {
        room.take("1", NUMBER);
        db.readOnlyMode().turnOn(new ReadOnlyState(db.clock().instant(), "tester", "检修"), tx -> {});

        assertThat(room.reveal("1")).isEqualTo(NUMBER);
        assertThat(lastAudit().action()).isEqualTo("privacy.data.revealed");
        assertThat(room.rights.export(subject("1"), "本人申请").held()).isNotEmpty();
        refused(Problem.Kind.READ_ONLY, () -> room.take("2", "13900001111"));
        db.readOnlyMode().turnOff(tx -> {});
    }

    @Test
    void whatIsRevealedIsNeverKeptForAnIdempotencyKey() {
        room.take("1", NUMBER);
        room.keepingAnswers();
        refused(Problem.Kind.INVALID, () -> room.reveal("1"));
        refused(Problem.Kind.INVALID, () -> room.rights.export(subject("1"), "本人申请"));
    }

    @Test
    void aValueCanBeOpenedInNoOtherFieldAndForNobodyElse() {
        room.take("1", NUMBER);
        room.take("2", "13900000000");
        String stored = room.phones.get("1");
        refused(
                Problem.Kind.CONFLICT,
                () -> room.vault.reveal(new ProtectedValue(subject("2"), PHONE, stored), UNIT, "核实"));
        refused(
                Problem.Kind.CONFLICT,
                () -> room.vault.reveal(new ProtectedValue(subject("1"), ILLNESS, stored), UNIT, "核实"));
        String changed = stored.substring(0, stored.length() - 2) + (stored.endsWith("AA") ? "BB" : "AA");
        refused(
                Problem.Kind.CONFLICT,
                () -> room.vault.reveal(new ProtectedValue(subject("1"), PHONE, changed), UNIT, "核实"));
        assertThat(room.vault.masked(List.of(new ProtectedValue(subject("1"), PHONE, changed))))
                .containsExactly(new MaskedValue("****", false));
    }

    @Test
    void equalValuesAreFoundByTheirIndexWhateverWayTheyWereTyped() {
        String index = room.vault.index(PHONE, NUMBER);
        assertThat(room.vault.index(PHONE, "+86 138-1234-5678"))
                .isEqualTo(index)
                .hasSize(64);
        assertThat(room.vault.index(WISH, NUMBER)).isNotEqualTo(index);
        assertThat(room.vault.index(PHONE, "13812345679")).isNotEqualTo(index);
        assertThat(room.vault.protect(subject("1"), PHONE, NUMBER))
                .isNotEqualTo(room.vault.protect(subject("1"), PHONE, NUMBER));
    }

    @Test
    void anotherNodeWithTheSameFileReadsAndOneWithoutRefuses() throws IOException {
        room.take("1", NUMBER);
        Path second = Files.createDirectory(folder.resolve("second"));
        Strongroom without = new Strongroom(db, second);
        without.phones.putAll(room.phones);
        refused(Problem.Kind.UNAVAILABLE, () -> without.reveal("1"));
        refused(Problem.Kind.UNAVAILABLE, () -> without.take("2", NUMBER));
        assertThat(without.masked("1")).isEqualTo("****");
        assertThat(Files.exists(second.resolve("privacy/master.keys"))).isFalse();
        assertThat(new KeyHealth(without.ring).execute().isOk()).isFalse();
        assertThat(new KeyHealth(without.ring).problems("org.gridloom.platform.privacy"))
                .hasSize(1);

        Files.createDirectories(second.resolve("privacy"));
        Files.copy(folder.resolve("privacy/master.keys"), second.resolve("privacy/master.keys"));
        assertThat(without.reveal("1")).isEqualTo(NUMBER);
        assertThat(new KeyHealth(without.ring).execute().isOk()).isTrue();
    }

    @Test
    void keysOfAnotherDistrictAreRefused() throws IOException {
        room.take("1", NUMBER);
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        KeyFile file = new KeyFile(TestFiles.in(foreign), null);
        file.write(Map.of(0, KeyFile.newKey(), 1, KeyFile.newKey()));
        Strongroom other = new Strongroom(db, file);
        other.phones.putAll(room.phones);
        refused(Problem.Kind.UNAVAILABLE, () -> other.reveal("1"));
        Files.writeString(foreign.resolve("privacy/master.keys"), "key.0=xx\n");
        refused(Problem.Kind.UNAVAILABLE, () -> other.reveal("1"));
    }

    @Test
    void theKeyFileIsTheOwnersAloneAndMayLieElsewhere() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("privacy/master.keys"))))
                .isEqualTo("rw-------");
        Path elsewhere = folder.resolve("usb.keys");
        KeyFile file = new KeyFile(TestFiles.in(folder), elsewhere);
        file.write(room.ring.keys().all());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)))
                .isEqualTo("rw-------");
        room.take("1", NUMBER);
        Files.delete(folder.resolve("privacy/master.keys"));
        refused(Problem.Kind.UNAVAILABLE, () -> room.reveal("1"));
        Strongroom moved = new Strongroom(db, file);
        moved.phones.putAll(room.phones);
        assertThat(moved.reveal("1")).isEqualTo(NUMBER);
    }

    @Test
    void everythingIsReadableDuringAndAfterARotationThatWasInterrupted() {
        for (int i = 0; i < 450; i++) {
            room.take("r" + i, "1380000" + String.format("%04d", i));
        }
        Rotation.Done cut = room.rotation.rotate((done, total) -> done < 200);
        assertThat(cut.finished()).isFalse();
        assertThat(room.rotation.keys())
                .extracting(KeyState::state, KeyState::subjects)
                .containsExactly(Tuple.tuple("older", 250L), Tuple.tuple("current", 200L));
        assertThat(room.reveal("r0")).isEqualTo("13800000000");
        assertThat(room.reveal("r99")).isEqualTo("13800000099");
        refused(Problem.Kind.CONFLICT, () -> room.rotation.drop(1));

        assertThat(room.rotation.rotate(Progress.NONE)).isEqualTo(new Rotation.Done(2, 250, true));
        room.rotation.drop(1);

        assertThat(room.reveal("r99")).isEqualTo("13800000099");
        room.take("later", NUMBER);
        assertThat(room.rotation.keys())
                .extracting(KeyState::key, KeyState::state, KeyState::subjects)
                .containsExactly(Tuple.tuple(2, "current", 451L));
        refused(Problem.Kind.CONFLICT, () -> room.rotation.drop(2));
        refused(Problem.Kind.NOT_FOUND, () -> room.rotation.drop(0));
        assertThat(room.vault.index(PHONE, NUMBER)).isEqualTo(new Strongroom(db, folder).vault.index(PHONE, NUMBER));
    }

    @Test
    void writersGoOnDuringARotationAndNothingOfTheirsIsLost() throws Exception {
        for (int i = 0; i < 300; i++) {
            room.take("r" + i, "1380000" + String.format("%04d", i));
        }
        Map<String, String> written = new ConcurrentHashMap<>();
        ExecutorService writers = Executors.newFixedThreadPool(3);
        CountDownLatch begun = new CountDownLatch(3);
        List<Future<?>> work = new ArrayList<>();
        for (int writer = 0; writer < 3; writer++) {
            int own = writer;
            work.add(writers.submit(() -> {
                for (int i = own; i < 300; i += 3) {
                    String id = i % 2 == 0 ? "r" + i : "new" + i;
                    written.put(id, room.vault.protect(subject(id), PHONE, "1390000" + String.format("%04d", i)));
                    begun.countDown();
                }
            }));
        }
        begun.await();
        assertThat(room.rotation.rotate(Progress.NONE).finished()).isTrue();
        for (Future<?> each : work) {
            each.get();
        }
        writers.shutdown();
        room.phones.putAll(written);

        assertThat(room.rotation.rotate(Progress.NONE).finished()).isTrue();
        room.phones.keySet().forEach(id -> {
            String number = id.replaceAll("\\D", "");
            assertThat(room.reveal(id))
                    .isEqualTo((written.containsKey(id) ? "1390000" : "1380000")
                            + "0".repeat(4 - number.length())
                            + number);
        });
        assertThat(room.rotation.keys()).extracting(KeyState::subjects).contains((long) room.phones.size());
    }

    /** It began before there was the key that the rotation puts the person's key under. */
    @Test
    void whoWaitedForARotationWritesUnderTheNewKey() throws Exception {
        room.take("1", NUMBER);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        Future<String> written = db.transactions().call(tx -> {
            new KeyStore(tx.em()).lock(subject("1"));
            Future<String> waiting = writer.submit(() -> room.vault.protect(subject("1"), PHONE, "13900000000"));
            LockSupport.parkNanos(TIME_TO_REACH_THE_LOCK.toNanos());
            assertThat(waiting.isDone()).isFalse();
            assertThat(room.rotation.rotate(Progress.NONE)).isEqualTo(new Rotation.Done(2, 1, true));
            return waiting;
        });

        room.phones.put("1", written.get());
        writer.shutdown();
        assertThat(room.reveal("1")).isEqualTo("13900000000");
    }

    @Test
    void aPreparedKeyIsUsedByTheNextRotation() {
        assertThat(room.rotation.prepare()).isEqualTo(2);
        assertThat(room.rotation.prepare()).isEqualTo(2);
        assertThat(room.rotation.keys()).extracting(KeyState::state).containsExactly("current", "prepared");
        assertThat(room.rotation.rotate(Progress.NONE).key()).isEqualTo(2);
        assertThat(room.rotation.rotate(Progress.NONE).key()).isEqualTo(3);
    }

    @Test
    void keysAreTheOperatorsOfTheWholeDistrict() {
        db.access().signIn("street", Map.of(Permissions.KEY_MANAGE, UnitScope.nowhere()));
        refused(Problem.Kind.FORBIDDEN, () -> room.rotation.rotate(Progress.NONE));
        refused(Problem.Kind.FORBIDDEN, room.rotation::prepare);
        refused(Problem.Kind.FORBIDDEN, room.rotation::keys);
        refused(Problem.Kind.FORBIDDEN, () -> room.rotation.drop(1));
    }

    @Test
    void whoWasErasedIsGoneForGoodWhileTheTrailStays() {
        room.take("1", NUMBER);
        room.take("2", "13900000000");
        String stored = room.phones.get("1");
        room.reveal("1");

        room.rights.erase(subject("1"), "本人要求删除", "和信〔2026〕1号");

        refused(Problem.Kind.GONE, () -> room.reveal("1"));
        refused(Problem.Kind.GONE, () -> room.take("1", NUMBER));
        refused(Problem.Kind.CONFLICT, () -> room.rights.erase(subject("1"), "再次", null));
        assertThat(room.vault.masked(List.of(new ProtectedValue(subject("1"), PHONE, stored), room.phone("2"))))
                .containsExactly(new MaskedValue(null, true), new MaskedValue("139****0000", false));
        assertThat(looks("1")).hasSize(1);
        SubjectExport export = room.rights.export(subject("1"), "核对删除");
        assertThat(export.erasedAt()).isNotNull();
        assertThat(export.held()).filteredOn(it -> it.field() != null).allMatch(it -> it.value() == null);
        assertThat(db.events())
                .extracting(RecordedEvent::name, RecordedEvent::payload)
                .containsExactly(Tuple.tuple("privacy.subject.erased", Map.of("subject", (Object) subject("1"))));
        room.rotation.rotate(Progress.NONE);
        refused(Problem.Kind.GONE, () -> room.reveal("1"));
    }

    @Test
    void anErasureThatAModuleRefusesChangesNothing() {
        room.take("still-needed", NUMBER);
        refused(Problem.Kind.CONFLICT, () -> room.rights.erase(subject("still-needed"), "本人要求", null));
        assertThat(room.reveal("still-needed")).isEqualTo(NUMBER);
        assertThat(db.events()).isEmpty();
    }

    @Test
    void aPersonLearnsWhatIsHeldAndWhoLooked() {
        room.take("1", NUMBER);
        room.reveal("1");
        SubjectExport export = room.rights.export(subject("1"), "本人申请查阅");
        assertThat(export.held()).extracting(SubjectExport.Entry::value).containsExactly("王小明", NUMBER);
        assertThat(export.looks()).singleElement().satisfies(look -> {
            assertThat(look.account()).isEqualTo("tester");
            assertThat(look.field()).isEqualTo(PHONE);
            assertThat(look.reason()).isEqualTo("上门核实");
        });
        assertThat(looks("1")).hasSize(2);
        assertThat(lastAudit().after().toString()).doesNotContain(NUMBER);
        refused(Problem.Kind.NOT_FOUND, () -> room.rights.looks("resident/nobody", PageQuery.first()));
        refused(Problem.Kind.NOT_FOUND, () -> room.rights.looks("nonsense", PageQuery.first()));
        db.access().signIn("street", Map.of(Permissions.SUBJECT_EXPORT, UnitScope.nowhere()));
        refused(Problem.Kind.FORBIDDEN, () -> room.rights.export(subject("1"), "好奇"));
    }

    @Test
    void aSensitiveFieldIsOffAndOneThatRestsOnConsentWaitsForIt() {
        room.take("1", NUMBER);
        refused(Problem.Kind.CONFLICT, () -> room.vault.protect(subject("1"), ILLNESS, "高血压"));
        refused(Problem.Kind.CONFLICT, () -> room.vault.protect(subject("1"), WISH, "助餐"));

        room.consents.give(subject("1"), WISH, "同意书 18", null);
        assertThat(room.vault.protect(subject("1"), WISH, "助餐")).startsWith("v1.");
        refused(Problem.Kind.CONFLICT, () -> room.consents.give(subject("1"), WISH, "同意书 19", null));

        LocalDate today = LocalDate.now(db.clock());
        refused(Problem.Kind.INVALID, () -> room.consents.withdraw(subject("1"), WISH, "撤回书 1", today.minusDays(1)));
        room.consents.withdraw(subject("1"), WISH, "撤回书 1", null);
        refused(Problem.Kind.CONFLICT, () -> room.vault.protect(subject("1"), WISH, "助餐"));
        refused(Problem.Kind.NOT_FOUND, () -> room.consents.withdraw(subject("1"), WISH, "撤回书 2", null));
        assertThat(room.consents.of(subject("1")))
                .singleElement()
                .satisfies(it -> assertThat(it.withdrawnOn()).isEqualTo(today));
        refused(Problem.Kind.INVALID, () -> room.consents.give(subject("1"), "demo.unknown", "同意书", null));
        assertThat(room.retention.fields())
                .filteredOn(field -> !field.taken())
                .extracting(FieldView::code)
                .containsExactly(ILLNESS);
        assertThat(room.retention.fields())
                .filteredOn(field -> field.keeping().equals("CLEAR"))
                .extracting(FieldView::code)
                .containsExactly(ACCOUNT);
    }

    @Test
    void whatIsPastItsTimeIsReported() {
        LocalDate today = LocalDate.now(db.clock());
        room.ended.add(new EndedMatter(subject("old"), UNIT, today.minusYears(2)));
        room.ended.add(new EndedMatter(subject("fresh"), UNIT, today.minusMonths(3)));
        assertThat(room.retention.overdue(PageQuery.first()).items())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.subject()).isEqualTo(subject("old"));
                    assertThat(it.dueOn()).isEqualTo(today.minusYears(1));
                });
    }

    @Test
    void ofALongListTheRestIsNotKeptSilent() {
        LocalDate today = LocalDate.now(db.clock());
        for (int i = 0; i <= 1000; i++) {
            room.ended.add(new EndedMatter(subject("old" + i), UNIT, today.minusYears(3)));
        }
        Page<Retention.Overdue> part = room.retention.overdue(new PageQuery(1, 400, List.of()));
        assertThat(part.items()).hasSize(400);
        assertThat(part.total()).isEqualTo(1000);
        assertThat(part.atLeast()).isTrue();
        room.ended.remove(0);
        assertThat(room.retention.overdue(PageQuery.first()).atLeast()).isFalse();

        room.take("1", NUMBER);
        for (int i = 0; i < 1005; i++) {
            room.reveal("1");
        }
        Page<Look> last = room.rights.looks(subject("1"), new PageQuery(10, 100, List.of()));
        assertThat(last.items()).hasSize(5);
        assertThat(last.total()).isEqualTo(1005);
        assertThat(room.rights.export(subject("1"), "本人申请").looks()).hasSize(1005);
    }

    @Test
    void whatIsKeptByAnotherOfThePersonsNamesIsHeldAndErasedToo() {
        room.take("1", NUMBER);
        room.accounts.put("1", "wangxm");
        assertThat(room.rights.export(subject("1"), "本人申请").held())
                .extracting(SubjectExport.Entry::value, SubjectExport.Entry::purpose)
                .contains(Tuple.tuple("王小明的账号", new Text(ACCOUNT, ACCOUNT)));

        room.rights.erase(subject("1"), "本人要求删除", null);

        assertThat(room.erased).containsExactly(subject("1"), "account/wangxm");
    }

    @Test
    void whatIsGivenAgainIsKnownWithoutBeingShown() {
        room.take("1", NUMBER);
        room.take("2", "13900000000");
        ProtectedValue damaged = new ProtectedValue(subject("2"), PHONE, "v1.AAAA");
        Map<ProtectedValue, String> given = new HashMap<>(
                Map.of(room.phone("1"), "138 1234 5678", room.phone("2"), NUMBER, damaged, "13900000000"));
        given.put(new ProtectedValue(subject("3"), PHONE, null), NUMBER);
        assertThat(room.vault.same(given)).containsExactly(room.phone("1"));
        assertThat(db.audit()).noneMatch(entry -> entry.action().equals("privacy.data.revealed"));
        room.rights.erase(subject("1"), "本人要求删除", null);
        assertThat(room.vault.same(given)).isEmpty();
    }

    private List<Look> looks(String id) {
        return room.rights.looks(subject(id), PageQuery.first()).items();
    }

    private RecordedAudit lastAudit() {
        List<RecordedAudit> all = db.audit();
        return all.get(all.size() - 1);
    }

    private static void refused(Problem.Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(kind));
    }
}
