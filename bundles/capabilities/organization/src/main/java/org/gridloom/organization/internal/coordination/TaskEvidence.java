package org.gridloom.organization.internal.coordination;

import static org.gridloom.organization.PartyPermissions.COORDINATION_EDIT;
import static org.gridloom.organization.PartyPermissions.COORDINATION_READ;

import org.gridloom.organization.BodyTask;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.OrganizationHistory;
import org.gridloom.organization.internal.register.OrganizationRegister;
import org.gridloom.organization.internal.store.CoordinationStore;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.attachment.AttachmentOwner;
import org.gridloom.platform.attachment.AttachmentRules;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What shows that a task of a coordination body is being done, and is done: photos and documents (佐证材料). */
@Component
public final class TaskEvidence implements AttachmentOwner {

    static final String TYPE = "organization.coordination-task";

    private static final AttachmentRules RULES = new AttachmentRules(AttachmentKind.ALL, 30, true);

    private final Desk desk;
    private final OrganizationRegister register;

    @Activate
    public TaskEvidence(@Reference Desk desk) {
        this.desk = desk;
        this.register = new OrganizationRegister(desk, Family.BODY, COORDINATION_READ, COORDINATION_EDIT);
    }

    @Override
    public String recordType() {
        return TYPE;
    }

    @Override
    public AttachmentRules rules() {
        return RULES;
    }

    @Override
    public String readable(String record) {
        return desk.transactions().read(tx -> {
            BodyTask task = new CoordinationStore(tx.em()).task(id(record)).orElseThrow(TaskEvidence::missing);
            return seat(register.readable(tx, task.body()));
        });
    }

    /** Also of a task that is done: evidence may come later. */
    @Override
    public String changeable(String record) {
        desk.access().require(COORDINATION_EDIT);
        return desk.transactions().call(tx -> {
            BodyTask task = new CoordinationStore(tx.em()).lockTask(id(record)).orElseThrow(TaskEvidence::missing);
            String unit = seat(register.readable(tx, task.body()));
            desk.access().require(COORDINATION_EDIT, unit);
            return unit;
        });
    }

    private static String seat(OrganizationHistory body) {
        return body.last().what().seat();
    }

    private static long id(String record) {
        try {
            return Long.parseLong(record);
        } catch (NumberFormatException none) {
            throw missing();
        }
    }

    private static Problem missing() {
        return Problem.notFound(Text.of("没有这项任务", "There is no such task"));
    }
}
