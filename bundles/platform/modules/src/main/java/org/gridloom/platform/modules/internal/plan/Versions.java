package org.gridloom.platform.modules.internal.plan;

import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.modules.internal.contents.BundleContent;
import org.gridloom.platform.text.Text;

/** An update goes forward; the way back is a rollback, which looks at the tables. */
final class Versions implements Check {

    @Override
    public List<Objection> objections(Prospect prospect) {
        Target target = prospect.target();
        List<Objection> objections = new ArrayList<>();
        if (target.action() != Action.UPDATE) {
            return objections;
        }
        for (BundleContent arriving : prospect.arriving()) {
            prospect.former(arriving)
                    .filter(former -> arriving.version().compareTo(former.getVersion()) < 0)
                    .ifPresent(former -> objections.add(Objection.of(
                            "downgrade",
                            Text.of(
                                    "%1$s 现为 %2$s,%3$s 更旧:回到前一版本请用回退",
                                    "%1$s is at %2$s, and %3$s is older: the way back is a rollback",
                                    arriving.name(),
                                    former.getVersion(),
                                    arriving.version()))));
        }
        return objections;
    }
}
