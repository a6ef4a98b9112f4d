package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.EDIT;

import java.util.Collection;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.Session;
import org.gridloom.training.SessionDraft;
import org.gridloom.training.internal.DefaultCatalogue.Outcome;
import org.gridloom.training.internal.store.SessionStore;

/** One import of sessions: asks for all that are known at once. */
final class SessionImport {

    private final Desk desk;
    private final DefaultSessions sessions;
    private Map<String, Session> known;

    SessionImport(Desk desk, DefaultSessions sessions) {
        this.desk = desk;
        this.sessions = sessions;
    }

    /** What is wrong with a row besides its form. */
    void check(Tx tx, SessionRow row, Collection<SessionRow> list) {
        SessionDraft draft = row.draft();
        sessions.checked(tx, draft);
        if (SessionStates.HELD.equals(row.state()) && draft.heldOn().isAfter(desk.today())) {
            throw Problem.invalid("state", Text.of("日期未到，不能为已举办", "Its day has not come yet"));
        }
        Session same = known(tx, list).get(draft.number());
        if (same != null && !says(same, draft)) {
            if (!same.unit().equals(draft.unit())) {
                throw Problem.invalid("unit", Text.of("举办单元不能修改", "The unit that holds it cannot be changed"));
            }
            if (!SessionStates.isUpcoming(same)) {
                throw Problem.invalid("number", DefaultSessions.OVER);
            }
        }
    }

    private Map<String, Session> known(Tx tx, Collection<SessionRow> list) {
        if (known == null) {
            known = new SessionStore(tx)
                    .numbered(list.stream().map(row -> row.draft().number()).toList());
        }
        return known;
    }

    /** A row without capacity leaves it as it is. */
    private static SessionDraft meant(Session known, SessionDraft draft) {
        return draft.completed(known.draft().capacity());
    }

    private static boolean says(Session known, SessionDraft draft) {
        return known.draft().equals(meant(known, draft));
    }

    /** @param row checked */
    Outcome put(Tx tx, SessionRow row, boolean write) {
        Session same = known.get(row.draft().number());
        if (same == null) {
            if (write) {
                sessions.insert(tx, row.draft(), row.state() == null ? SessionStates.PLANNED : row.state());
            }
            return Outcome.CREATED;
        }
        if (says(same, row.draft())) {
            return Outcome.UNCHANGED;
        }
        if (write) {
            sessions.update(tx, sessions.locked(tx, same.id(), EDIT), meant(same, row.draft()));
        }
        return Outcome.UPDATED;
    }
}
