package org.gridloom.training.internal;

import static org.gridloom.training.TrainingPermissions.EDIT;

import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.attachment.AttachmentOwner;
import org.gridloom.platform.attachment.AttachmentRules;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What belongs to a session: slides, sign-in sheets, photos. Downloads are audited, as sign-in sheets bear names. */
@Component
public final class SessionFiles implements AttachmentOwner {

    private static final int MOST = 30;
    private static final AttachmentRules RULES = new AttachmentRules(AttachmentKind.ALL, MOST, true);

    private final Desk desk;
    private final DefaultSessions sessions;

    @Activate
    public SessionFiles(@Reference Desk desk, @Reference DefaultSessions sessions) {
        this.desk = desk;
        this.sessions = sessions;
    }

    @Override
    public String recordType() {
        return "training.session";
    }

    @Override
    public AttachmentRules rules() {
        return RULES;
    }

    @Override
    public String readable(String record) {
        return desk.transactions().read(tx -> sessions.readable(tx, id(record)).unit());
    }

    @Override
    public String changeable(String record) {
        return desk.transactions()
                .call(tx -> sessions.locked(tx, id(record), EDIT).unit());
    }

    private static long id(String record) {
        try {
            return Long.parseLong(record);
        } catch (NumberFormatException none) {
            throw Problem.notFound(Text.of("没有这期培训", "There is no such session"));
        }
    }
}
