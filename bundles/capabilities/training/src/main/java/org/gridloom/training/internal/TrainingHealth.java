package org.gridloom.training.internal;

import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.Vocabulary;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns where the rules name kinds of posts that the district does not have: nobody would be covered. */
@Component(property = {HealthCheck.NAME + "=training", HealthCheck.TAGS + "=ready"})
public final class TrainingHealth implements HealthCheck {

    private final Desk desk;
    private final TrainingRules rules;
    private final Vocabulary vocabulary;

    @Activate
    public TrainingHealth(@Reference Desk desk, @Reference TrainingRules rules, @Reference Vocabulary vocabulary) {
        this.desk = desk;
        this.rules = rules;
        this.vocabulary = vocabulary;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        List<String> kinds = desk.access()
                .asSystem(
                        "training",
                        () -> vocabulary.postKinds().stream()
                                .map(PostKind::code)
                                .toList());
        List<String> unknown = rules.audience(desk.today()).stream()
                .filter(kind -> !kinds.contains(kind))
                .toList();
        if (unknown.isEmpty()) {
            log.info("training: every kind of post in training.audience is there");
        } else {
            log.warn("training: no such kinds of posts as training.audience names / 培训对象中的职务不存在: {}", unknown);
        }
        return new Result(log);
    }
}
