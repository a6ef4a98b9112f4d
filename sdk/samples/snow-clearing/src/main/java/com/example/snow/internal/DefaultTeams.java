package com.example.snow.internal;

import static com.example.snow.SnowPermissions.EDIT;
import static com.example.snow.SnowPermissions.READ;

import com.example.snow.Team;
import com.example.snow.TeamDraft;
import com.example.snow.Teams;
import com.example.snow.internal.store.TeamStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the teams. */
@Component(service = {Teams.class, DefaultTeams.class})
public final class DefaultTeams implements Teams {

    private final Desk desk;

    @Activate
    public DefaultTeams(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public Page<Team> list(String unit, String text, PageQuery page) {
        UnitScope scope = desk.access().scope(READ, unit);
        return desk.transactions().read(tx -> new TeamStore(tx.em()).list(scope, text, page));
    }

    @Override
    public Team get(String code) {
        desk.access().require(READ);
        return desk.transactions().read(tx -> {
            Team team = new TeamStore(tx.em()).find(code).orElseThrow(DefaultTeams::missing);
            desk.access().require(READ, team.unit());
            return team;
        });
    }

    @Override
    public Team register(TeamDraft draft) {
        desk.valid(draft);
        return desk.transactions().call(tx -> {
            desk.requireUnit(EDIT, draft.unit());
            if (new TeamStore(tx.em()).find(draft.code()).isPresent()) {
                throw Problem.conflict(Text.of("编码已被使用", "The code is taken"));
            }
            return insert(tx, draft);
        });
    }

    @Override
    public Team change(String code, TeamDraft draft, long expectedVersion) {
        desk.valid(draft);
        desk.access().require(EDIT);
        return desk.transactions().call(tx -> {
            Team before = new TeamStore(tx.em()).lock(code).orElseThrow(DefaultTeams::missing);
            desk.access().require(EDIT, before.unit());
            desk.requireUnit(EDIT, draft.unit());
            if (!code.equals(draft.code())) {
                throw Problem.invalid("code", Text.of("编码不能修改", "The code cannot be changed"));
            }
            Desk.requireVersion(before.version(), expectedVersion);
            return update(tx, before, draft);
        });
    }

    /** For an import: makes the team what the draft says, or finds out what that would do. */
    Outcome put(Tx tx, TeamDraft draft, boolean write) {
        desk.valid(draft);
        desk.requireUnit(EDIT, draft.unit());
        TeamStore store = new TeamStore(tx.em());
        Optional<Team> before = write ? store.lock(draft.code()) : store.find(draft.code());
        before.ifPresent(team -> desk.access().require(EDIT, team.unit()));
        if (before.isPresent() && made(draft, before.get().version()).equals(before.get())) {
            return Outcome.UNCHANGED;
        }
        if (write) {
            before.ifPresentOrElse(team -> update(tx, team, draft), () -> insert(tx, draft));
        }
        return before.isPresent() ? Outcome.UPDATED : Outcome.CREATED;
    }

    private static Team insert(Tx tx, TeamDraft draft) {
        Team team = made(draft, 1);
        new TeamStore(tx.em()).insert(team);
        tx.audit(AuditEntry.created("snow.team.registered", subject(team), team.unit(), fields(team)));
        publish(tx, "snow.team.registered", team);
        return team;
    }

    private static Team update(Tx tx, Team before, TeamDraft draft) {
        Team team = made(draft, before.version() + 1);
        new TeamStore(tx.em()).update(team);
        tx.audit(AuditEntry.changed(
                "snow.team.changed", subject(team), team.unit(), fields(before), fields(team), null));
        publish(tx, "snow.team.changed", team);
        return team;
    }

    private static Team made(TeamDraft draft, long version) {
        return new Team(
                draft.code(), draft.name(), draft.unit(), draft.people(), draft.machines(), draft.equipment(), version);
    }

    private static void publish(Tx tx, String event, Team team) {
        tx.publish(
                new EventDraft(event, 1, subject(team), team.unit(), Map.of("code", team.code(), "unit", team.unit())));
    }

    private static Map<String, Object> fields(Team team) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", team.name());
        fields.put("unit", team.unit());
        fields.put("people", team.people());
        fields.put("machines", team.machines());
        fields.put("equipment", team.equipment());
        return fields;
    }

    private static String subject(Team team) {
        return "snow-team/" + team.code();
    }

    private static Problem missing() {
        return Problem.notFound(Text.of("没有这支队伍", "There is no such team"));
    }
}
