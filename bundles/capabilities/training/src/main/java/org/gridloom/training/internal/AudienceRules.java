package org.gridloom.training.internal;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/**
 * Whose holders should have had each topic: the secretaries of communities and of the branches in their grids, and who
 * works in communities. Those above them lead the training; a district that trains them too says so.
 */
@Component
public final class AudienceRules implements RuleSet {

    static final String CODE = "training.audience";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text name() {
        return Text.of("培训对象", "Audience of training");
    }

    @Override
    public Text description() {
        return Text.of(
                "哪些职务的人员应当全部培训", "The kinds of posts whose holders should all be trained; codes of kinds of posts");
    }

    @Override
    public List<RuleColumn> columns() {
        return WordRules.columns();
    }

    @Override
    public List<Map<String, String>> defaults() {
        return List.of(
                WordRules.row("community-secretary", "社区书记", "Community secretary", Map.of()),
                WordRules.row("branch-secretary", "党支部书记", "Branch secretary", Map.of()),
                WordRules.row("community-worker", "社区工作者", "Community worker", Map.of()));
    }
}
