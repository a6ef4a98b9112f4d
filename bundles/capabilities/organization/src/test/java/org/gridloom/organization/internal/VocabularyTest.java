package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.organization.Label;
import org.gridloom.organization.OrganizationTypeDraft;
import org.gridloom.organization.PartyLevel;
import org.gridloom.organization.PartyLevelDraft;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.PostKindDraft;
import org.gridloom.platform.figure.FigureDefinition;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VocabularyTest {

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;

    @BeforeEach
    void aDistrict() {
        desk = new PartyDesk(database).withParty();
    }

    @Test
    void aDistrictStartsWithSixLevels() {
        assertThat(desk.vocabulary.partyLevels())
                .extracting(PartyLevel::code)
                .containsExactly("committee", "street", "community", "branch", "building-group", "host-household");
        assertThat(desk.partyFigures.definitions())
                .extracting(FigureDefinition::code)
                .contains(
                        "organization.streets",
                        "organization.communities",
                        "organization.branches",
                        "organization.buildingGroups",
                        "organization.hostHouseholds");
    }

    @Test
    void aDistrictAddsItsOwnLevelTypeAndPost() {
        Label label = new Label("片区党委", "area committee");
        desk.vocabulary.createPartyLevel(new PartyLevelDraft("doorway", 7, label, null));
        desk.vocabulary.createType(
                new OrganizationTypeDraft("doorway-group", "party", label, Set.of("doorway"), false, false));
        desk.vocabulary.createPostKind(
                new PostKindDraft("doorway-leader", label, "party", Set.of("doorway"), true, "lead", false));
        desk.person("R1", "王淑兰", PartyDesk.COMMUNITY);
        desk.found("DY", "doorway", "doorway-group", "ZB", PartyDesk.GRID);

        assertThat(desk.appoint("R1", "doorway-leader", "DY", PartyDesk.START, null)
                        .at())
                .isEqualTo("DY");
        assertRefused(
                Problem.Kind.CONFLICT,
                () -> desk.vocabulary.createPartyLevel(new PartyLevelDraft("doorway", 8, label, null)));
    }

    @Test
    void levelsAreRenamedButDoNotChangePlaces() {
        Label label = new Label("支部", "branch");
        assertThat(desk.vocabulary
                        .changePartyLevel("branch", new PartyLevelDraft("branch", 4, label, "grid"), 1)
                        .name()
                        .zh())
                .isEqualTo("支部");
        assertRefused(
                Problem.Kind.CHANGED,
                () -> desk.vocabulary.changePartyLevel("branch", new PartyLevelDraft("branch", 4, label, null), 1));
        assertRefused(
                Problem.Kind.INVALID,
                () -> desk.vocabulary.changePartyLevel("branch", new PartyLevelDraft("branch", 9, label, null), 2));
    }

    @Test
    void whatNothingRefersToIsRemoved() {
        desk.vocabulary.createPartyLevel(new PartyLevelDraft("doorway", 7, new Label("单元", "doorway"), null));
        OrganizationTypeDraft group = new OrganizationTypeDraft(
                "doorway-group", "party", new Label("单元小组", "doorway group"), Set.of("doorway"), false, false);
        desk.vocabulary.createType(group);

        assertRefused(Problem.Kind.CONFLICT, () -> desk.vocabulary.removePartyLevel("doorway", 1));
        assertRefused(Problem.Kind.CHANGED, () -> desk.vocabulary.removeType("doorway-group", 2));
        desk.vocabulary.removeType("doorway-group", 1);
        desk.vocabulary.removePartyLevel("doorway", 1);

        assertThat(desk.vocabulary.partyLevels()).extracting(PartyLevel::code).doesNotContain("doorway");
        assertRefused(Problem.Kind.NOT_FOUND, () -> desk.vocabulary.removePartyLevel("doorway", 1));
    }

    @Test
    void whatHistoryRefersToStays() {
        desk.person("R1", "王淑兰", PartyDesk.COMMUNITY);
        desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);

        assertThatThrownBy(() -> desk.vocabulary.removePartyLevel("branch", 1))
                .hasMessageContaining("branch cannot be removed");
        assertRefused(Problem.Kind.CONFLICT, () -> desk.vocabulary.removeType("branch", 1));
        assertRefused(Problem.Kind.CONFLICT, () -> desk.vocabulary.removePostKind("branch-secretary", 1));
    }

    @Test
    void onlyTheDistrictChangesWords() {
        UnitScope street = UnitScope.of(List.of(CodeRange.subtree(PartyDesk.STREET)));
        database.access().signIn("street", Map.of(PartyPermissions.VOCABULARY_EDIT, street));

        assertThat(desk.vocabulary.postKinds()).isNotEmpty();
        assertRefused(
                Problem.Kind.FORBIDDEN,
                () -> desk.vocabulary.createPartyLevel(new PartyLevelDraft("x", 9, new Label("新", "new"), null)));
    }

    private static void assertRefused(Problem.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::kind)
                .isEqualTo(kind);
    }
}
