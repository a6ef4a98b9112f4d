package org.gridloom.platform.privacy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridloom.platform.privacy.internal.Strongroom.PHONE;
import static org.gridloom.platform.privacy.internal.Strongroom.UNIT;
import static org.gridloom.platform.privacy.internal.Strongroom.WISH;
import static org.gridloom.platform.privacy.internal.Strongroom.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.platform.privacy.PersonalKind;
import org.gridloom.platform.privacy.ProtectedValue;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.testkit.TestDatabase;

/** Whatever is kept, changed, rotated, dropped and erased in whatever order, against what should be readable. */
class RandomKeepingTest {

    private static final String NAME = "org.gridloom.platform.privacy";
    private static final List<String> PEOPLE = List.of("1", "2", "3", "4", "5");

    /** What is done; the person matters to some only. */
    enum Act {
        TAKE,
        TAKE_ANEW,
        ROTATE,
        BEGIN_A_ROTATION,
        PREPARE,
        DROP_ALL,
        ERASE,
        RESTART
    }

    record Step(Act act, String person, String phone) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> phones = Arbitraries.integers().between(0, 99_999_999).map("138%08d"::formatted);
        return Combinators.combine(Arbitraries.of(Act.class), Arbitraries.of(PEOPLE), phones)
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(20);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void whoWasNotErasedStaysReadableAndWhoWasIsGone(@ForAll("steps") List<Step> steps) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "keys-");
        try (TestDatabase db = TestDatabase.of(NAME)) {
            Model model = new Model(db, folder);
            for (Step step : steps) {
                model.take(step);
                model.requireAgreement();
            }
        }
    }

    /** What each person's telephone number is, and who is erased. */
    private static final class Model {

        private final TestDatabase db;
        private final Path folder;
        private final Map<String, String> phones = new HashMap<>();
        private final Set<String> erased = new HashSet<>();
        private Strongroom room;

        Model(TestDatabase db, Path folder) {
            this.db = db;
            this.folder = folder;
            room = new Strongroom(db, folder);
        }

        void take(Step step) {
            switch (step.act()) {
                case TAKE, TAKE_ANEW -> keep(step.person(), step.phone());
                case ROTATE ->
                    assertThat(room.rotation.rotate(Progress.NONE).finished()).isTrue();
                case BEGIN_A_ROTATION -> room.rotation.rotate((done, total) -> false);
                case PREPARE -> room.rotation.prepare();
                case DROP_ALL -> dropAll();
                case ERASE -> erase(step.person());
                case RESTART -> restart();
            }
        }

        private void keep(String person, String phone) {
            if (erased.contains(person)) {
                refused(Problem.Kind.GONE, () -> room.take(person, phone));
            } else {
                room.take(person, phone);
                phones.put(person, phone);
            }
        }

        /** As an operator who does not look: what is still needed refuses to go. */
        private void dropAll() {
            for (KeyState key : room.rotation.keys()) {
                if (key.state().equals("older") && key.subjects() == 0) {
                    room.rotation.drop(key.key());
                } else if (!key.state().equals("unused")) {
                    refused(Problem.Kind.CONFLICT, () -> room.rotation.drop(key.key()));
                }
            }
        }

        private void erase(String person) {
            if (phones.containsKey(person) && erased.add(person)) {
                room.rights.erase(subject(person), "本人要求", null);
            }
        }

        private void restart() {
            Strongroom next = new Strongroom(db, folder);
            next.phones.putAll(room.phones);
            room = next;
        }

        void requireAgreement() {
            phones.forEach((person, phone) -> {
                if (erased.contains(person)) {
                    refused(Problem.Kind.GONE, () -> room.reveal(person));
                    assertThat(room.masked(person)).isNull();
                } else {
                    assertThat(room.reveal(person)).isEqualTo(phone);
                    assertThat(room.masked(person)).isEqualTo(PersonalKind.PHONE.masked(phone));
                }
            });
        }
    }

    @Property(tries = 20)
    void anyTextIsReadInItsOneFormAndOfNobodyElseAndInNoOtherField(@ForAll("texts") List<String> texts)
            throws IOException {
        try (TestDatabase db = TestDatabase.of(NAME)) {
            Strongroom room = new Strongroom(db, Files.createTempDirectory(Path.of("target"), "keys-"));
            for (String person : List.of("1", "2")) {
                room.take(person, "13812345678");
                room.consents.give(subject(person), WISH, "同意书 18", null);
            }
            for (String text : texts) {
                String stored = room.vault.protect(subject("1"), WISH, text);

                assertThat(reveal(room, "1", WISH, stored)).isEqualTo(PersonalKind.OTHER.normal(text));
                refused(Problem.Kind.CONFLICT, () -> reveal(room, "2", WISH, stored));
                refused(Problem.Kind.CONFLICT, () -> reveal(room, "1", PHONE, stored));
            }
        }
    }

    private static String reveal(Strongroom room, String person, String field, String stored) {
        return room.vault.reveal(new ProtectedValue(subject(person), field, stored), UNIT, "核实");
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return PersonalTexts.any()
                .filter(text -> PersonalKind.OTHER.fault(text).isEmpty())
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    private static void refused(Problem.Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(kind));
    }
}
