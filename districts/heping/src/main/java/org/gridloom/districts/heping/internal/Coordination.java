package org.gridloom.districts.heping.internal;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.gridloom.organization.BodyGoal;
import org.gridloom.organization.BodyGoalDraft;
import org.gridloom.organization.BodyMemberDraft;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.BodyTaskDraft;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.CoordinationBodyDraft;
import org.gridloom.organization.DocumentDraft;
import org.gridloom.organization.Documents;
import org.gridloom.platform.state.MoveDraft;

/**
 * The district's mechanism for coordinating governance, which the article names, and the documents that it rests on.
 * Titles follow the article; numbers, dates, goals and tasks are invented.
 */
final class Coordination {

    private static final String DISTRICT = "210102";
    private static final String BODY = "XT" + DISTRICT;
    private static final String INVENTED = "演示数据，虚构";
    private static final LocalDate FOUNDED = LocalDate.of(2021, 1, 1);
    private static final int DEPARTMENTS = 11;

    private final Documents documents;
    private final CoordinationBodies bodies;

    Coordination(Documents documents, CoordinationBodies bodies) {
        this.documents = documents;
        this.bodies = bodies;
    }

    void registerDocuments() {
        register("和委发〔2020〕演示1号", "和平区党建引领基层治理协调机制工作规则", "中共沈阳市和平区委员会", LocalDate.of(2020, 12, 15));
        register("和委办发〔2023〕演示2号", "和平区网格划分和网格员队伍管理办法", "中共沈阳市和平区委员会办公室", LocalDate.of(2023, 3, 20));
        register("和委办发〔2024〕演示3号", "和平区关于进一步健全完善街道(社区)党建联席会议制度的实施意见", "中共沈阳市和平区委员会办公室", LocalDate.of(2024, 5, 10));
    }

    /** Its departments are registered before, its people take up their posts after. */
    void establish() {
        bodies.create(new CoordinationBodyDraft(
                BODY, "和平区党建引领基层治理协调机制", "governance-coordination", DISTRICT, FOUNDED, INVENTED));
        for (int department = 1; department <= DEPARTMENTS; department++) {
            bodies.join(BODY, new BodyMemberDraft(department(department), FOUNDED, null));
        }
        BodyGoal services = goal(2025, "网格党组织和专职网格员实现全覆盖（演示目标）");
        done(task(services, "核对全区网格边界，逐一明确网格长和专职网格员", LocalDate.of(2025, 6, 30), 2), LocalDate.of(2025, 6, 18));
        done(task(services, "老旧小区燃气管网隐患协调整治", LocalDate.of(2025, 10, 31), 7), LocalDate.of(2025, 10, 24));
        BodyGoal conferences = goal(2026, "街道党建联席会议每季度、社区党建联席会议每月召开一次（演示目标）");
        begun(task(conferences, "按季度通报各街道党建联席会议召开情况", LocalDate.of(2026, 12, 31), 1));
        task(conferences, "冬季清雪除冰志愿服务力量下沉网格", LocalDate.of(2026, 12, 20), 9);
        BodyGoal demands = goal(2026, "协调解决供热、燃气、物业等共性难题（演示目标）");
        begun(task(demands, "供热期前完成弃管楼栋供热设施排查", LocalDate.of(2026, 10, 25), 6));
        begun(task(demands, "推动社区与物业企业党员骨干交叉任职", LocalDate.of(2026, 9, 30), 2));
    }

    /** The district's file may have brought it. */
    private void register(String number, String title, String issuer, LocalDate issuedOn) {
        if (documents.find(number).isPresent()) {
            return;
        }
        documents.register(new DocumentDraft(number, title, issuer, issuedOn, issuedOn, null, null, INVENTED));
    }

    private BodyGoal goal(int year, String text) {
        return bodies.addGoal(BODY, new BodyGoalDraft(year, text));
    }

    private BodyTask task(BodyGoal goal, String title, LocalDate due, int department) {
        return bodies.addTask(BODY, new BodyTaskDraft(goal.id(), title, due, department(department)));
    }

    private void done(BodyTask task, LocalDate on) {
        move(submitted(task, on), "accept", MoveDraft.plain());
    }

    private BodyTask submitted(BodyTask task, LocalDate on) {
        return move(begun(task), "submit", new MoveDraft(null, Map.of("on", on.toString(), "evidence", INVENTED)));
    }

    private BodyTask begun(BodyTask task) {
        return move(move(task, "assign", MoveDraft.plain()), "begin", MoveDraft.plain());
    }

    private BodyTask move(BodyTask task, String action, MoveDraft draft) {
        return bodies.moveTask(task.id(), action, draft, task.progress().version());
    }

    private static String department(int number) {
        return String.format(Locale.ROOT, "JG%04d", number);
    }
}
