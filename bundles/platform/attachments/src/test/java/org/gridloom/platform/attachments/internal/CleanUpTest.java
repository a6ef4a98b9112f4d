package org.gridloom.platform.attachments.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridloom.platform.attachment.Upload;
import org.gridloom.platform.attachments.internal.store.ContentStore;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class CleanUpTest {

    private static final String UNIT = "org.gridloom.platform.attachments";
    private static final int THREADS = 4;

    enum On {
        H2,
        POSTGRESQL;

        TestDatabase open() {
            return this == H2 ? TestDatabase.onH2(THREADS + 4, UNIT) : TestDatabase.onPostgres(THREADS + 4, UNIT);
        }
    }

    @TempDir
    private Path data;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
    private TestDatabase db;
    private Shelf shelf;

    private void open(On on) {
        db = on.open();
        shelf = new Shelf(db, data);
        now(Instant.now());
    }

    private void now(Instant instant) {
        db.clock().set(instant);
    }

    private void aDayLater() {
        now(db.clock().instant().plus(Duration.ofDays(1)).plusSeconds(1));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        db.close();
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void whatBelongsToNothingGoesAfterADayAndItsFileADayLater(On on) throws IOException {
        open(on);
        long kept = shelf.attached("kept.png", Samples.png(30, 30));
        long detached = shelf.attached("detached.pdf", Samples.pdf("detached"));
        shelf.upload("expires.pdf", Samples.pdf("expires"));
        shelf.attachments.detach(detached);
        assertThat(shelf.cleanUp.run(true)).isEqualTo(new CleanUp.Cleaned(0, 1, 0, 0));
        assertThat(shelf.cleanUp.run(false)).isEqualTo(new CleanUp.Cleaned(0, 1, 0, 0));
        assertThat(shelf.files()).as("a backup may have read the rows before").hasSize(4);

        aDayLater();

        CleanUp.Cleaned cleaned = shelf.cleanUp.run(false);
        assertThat(cleaned.uploads()).isEqualTo(1);
        assertThat(cleaned.contents()).isEqualTo(1);
        assertThat(cleaned.files()).as("the detached one").isEqualTo(1);
        assertThat(cleaned.bytes()).isEqualTo(Samples.pdf("detached").length);
        aDayLater();
        assertThat(shelf.cleanUp.run(true).files()).isEqualTo(1);
        assertThat(shelf.cleanUp.run(false).files()).isEqualTo(1);
        assertThat(shelf.cleanUp.run(false)).isEqualTo(new CleanUp.Cleaned(0, 0, 0, 0));
        assertThat(shelf.files()).as("the picture and its small one").hasSize(2);
        assertThat(shelf.content(kept)).isNotEmpty();
        assertThat(shelf.attachments.thumbnail(kept)).isNotEmpty();
        assertThat(db.audit()).extracting(RecordedAudit::action).contains("attachments.files.cleaned");
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void whatAKilledServerLeftGoesAndOthersFilesStay(On on) throws IOException {
        open(on);
        shelf.attached("a.pdf", Samples.pdf("a"));
        Path draft = shelf.path.resolve("incoming/upload-1.new");
        Path written = shelf.path.resolve("ab/cd/" + "ab".repeat(32) + "-00000000");
        Path theirs = shelf.path.resolve("README");
        for (Path file : List.of(draft, written, theirs)) {
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[10]);
            Files.setLastModifiedTime(file, FileTime.from(db.clock().instant().minus(Duration.ofHours(23))));
        }
        assertThat(shelf.cleanUp.run(false).files()).as("it may be under way").isZero();
        now(db.clock().instant().plus(Duration.ofHours(2)));
        assertThat(shelf.cleanUp.run(false).files()).isEqualTo(2);
        assertThat(theirs).exists();
        assertThat(shelf.verification.run((done, total) -> true).faults()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void nothingIsRemovedFromAFolderThatBelongsToAnotherDatabase(On on) throws IOException {
        open(on);
        shelf.attached("a.pdf", Samples.pdf("a"));
        try (TestDatabase empty = on.open()) {
            Shelf wrong = new Shelf(empty, data);
            empty.clock().set(Instant.now().plus(Duration.ofDays(30)));
            assertThatThrownBy(() -> wrong.cleanUp.run(false))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
        }
        assertThat(shelf.files()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void ofTwoNodesOneCleansUpOnADay(On on) throws Exception {
        open(on);
        CleanUpTimer one = new CleanUpTimer(db.transactions(), db.access(), db.clock(), shelf.cleanUp);
        CleanUpTimer other = new CleanUpTimer(db.transactions(), db.access(), db.clock(), shelf.cleanUp);
        try {
            for (int day = 0; day < 3; day++) {
                List<Future<Boolean>> taken =
                        List.of(threads.submit(one::cleanIfDue), threads.submit(other::cleanIfDue));
                assertThat(taken.get(0).get() ^ taken.get(1).get()).isTrue();
                aDayLater();
            }
        } finally {
            one.deactivate();
            other.deactivate();
        }
    }

    /** The moment that counts: the content is named by nobody, and somebody is about to name it. */
    @ParameterizedTest
    @EnumSource(On.class)
    void aContentThatIsBeingNamedAnewIsNotRemoved(On on) throws Exception {
        open(on);
        byte[] content = Samples.pdf("a");
        shelf.attachments.detach(shelf.attached("a.pdf", content));
        CountDownLatch named = new CountDownLatch(1);
        CountDownLatch looked = new CountDownLatch(1);
        Future<Upload> upload = threads.submit(() -> db.transactions().call(tx -> {
            Upload made = shelf.upload("a.pdf", content);
            named.countDown();
            await(looked);
            return made;
        }));
        named.await();
        Future<CleanUp.Cleaned> cleaned = threads.submit(() -> {
            looked.countDown();
            return shelf.cleanUp.run(false);
        });

        assertThat(cleaned.get().contents()).isZero();
        long id = shelf.attachments
                .attach(Shelf.TYPE, "1", upload.get().id(), null)
                .id();
        assertThat(shelf.content(id)).isEqualTo(content);
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void aContentThatIsBeingRemovedIsKeptAnewUnderAnotherName(On on) throws Exception {
        open(on);
        byte[] content = Samples.pdf("a");
        shelf.attachments.detach(shelf.attached("a.pdf", content));
        String former = shelf.files().get(0);
        CountDownLatch removed = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        Future<Boolean> cleaned = threads.submit(() -> db.transactions().call(tx -> {
            boolean gone = shelf.cleanUp.remove(
                    new ContentStore(tx), former, db.clock().instant());
            removed.countDown();
            await(begun);
            return gone;
        }));
        removed.await();
        Future<Upload> upload = threads.submit(() -> {
            begun.countDown();
            return shelf.upload("a.pdf", content);
        });

        assertThat(cleaned.get()).isTrue();
        long id = shelf.attachments
                .attach(Shelf.TYPE, "1", upload.get().id(), null)
                .id();
        aDayLater();
        shelf.cleanUp.run(false);
        assertThat(shelf.content(id)).isEqualTo(content);
        assertThat(shelf.files()).hasSize(1).doesNotContain(former);
    }

    @ParameterizedTest
    @EnumSource(On.class)
    void whoeverSendsAttachesAndDetachesTheSameFilesWhileOthersCleanUpAlwaysReadsThem(On on) throws Exception {
        open(on);
        AtomicBoolean done = new AtomicBoolean();
        Future<Integer> cleaning = threads.submit(() -> {
            int removed = 0;
            while (!done.get()) {
                removed += cleanedWithoutPatience();
            }
            return removed;
        });
        List<Future<?>> senders = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            int own = thread;
            senders.add(threads.submit(() -> {
                for (int i = 0; i < 60; i++) {
                    byte[] content = Samples.pdf("same " + (i + own) % 3);
                    Upload upload = shelf.upload("a.pdf", content);
                    long id = shelf.attachments
                            .attach(Shelf.TYPE, "thread-" + own, upload.id(), null)
                            .id();
                    assertThat(shelf.content(id)).isEqualTo(content);
                    shelf.attachments.detach(id);
                }
                return null;
            }));
        }
        try {
            for (Future<?> sender : senders) {
                sender.get(2, TimeUnit.MINUTES);
            }
        } finally {
            done.set(true);
        }
        assertThat(cleaning.get(1, TimeUnit.MINUTES))
                .as("contents removed meanwhile")
                .isPositive();
        assertThat(shelf.verification.run((all, total) -> true).faults()).isEmpty();
    }

    /** A day's patience would hide a file that goes too early: here it goes with its row. */
    private int cleanedWithoutPatience() throws IOException {
        List<String> unnamed = db.transactions().read(tx -> new ContentStore(tx).unnamed("", 100));
        shelf.cleanUp.run(false);
        Set<String> stay = db.transactions().read(tx -> new ContentStore(tx).known(unnamed));
        List<String> gone =
                unnamed.stream().filter(file -> !stay.contains(file)).toList();
        gone.forEach(shelf.folder::delete);
        return gone.size();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
