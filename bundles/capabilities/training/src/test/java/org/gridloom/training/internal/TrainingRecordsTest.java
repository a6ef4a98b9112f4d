package org.gridloom.training.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridloom.platform.privacy.HeldDatum;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.training.Trainer;
import org.gridloom.training.TrainerDraft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What training keeps of a person who also teaches. */
class TrainingRecordsTest {

    private static final String NAME = "司马青云";

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.training", "org.gridloom.platform.states");

    private TrainingDesk desk;
    private TrainingRecords records;

    @BeforeEach
    void aTrainer() {
        desk = new TrainingDesk(database).worker("R1", TrainingDesk.COMMUNITY);
        records = new TrainingRecords(desk.desk);
        desk.trainers.create(new TrainerDraft("T1", NAME, TrainingDesk.STREET, "青云工作室", "青云议事法", "R1", "青云备注"));
        desk.trainers.create(new TrainerDraft("T2", "他人", TrainingDesk.STREET, "别处", null, "R2", null));
    }

    @Test
    void whatThePersonTeachesIsHeld() {
        assertThat(records.held("person/R1"))
                .extracting(HeldDatum::field, HeldDatum::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("training.trainer.name", NAME),
                        org.assertj.core.groups.Tuple.tuple("training.trainer.profile", "青云工作室; 青云议事法; 青云备注"));
        assertThat(records.held("account/R1")).isEmpty();
    }

    @Test
    void theNameOfWhoIsErasedIsInNoTable() {
        assertThat(database.holding(NAME)).containsExactly("training_trainer.name");

        records.erase("person/R1");

        assertThat(database.holding(NAME)).isEmpty();
        Trainer erased = desk.trainers.get("T1");
        assertThat(erased.name()).isEqualTo(TrainingRecords.ERASED);
        assertThat(erased.affiliation()).isNull();
        assertThat(erased.expertise()).isNull();
        assertThat(erased.note()).isNull();
        assertThat(erased.version()).isEqualTo(2);
        assertThat(desk.trainers.get("T2").name()).isEqualTo("他人");
    }
}
