package org.gridloom.platform.modules.internal.change;

import java.util.List;
import org.gridloom.platform.modules.internal.plan.Plan;
import org.gridloom.platform.text.Text;

/**
 * What came of a change.
 *
 * @param plan what was done
 * @param millis how long it took until all was served again
 * @param restarted bundles of others that were restarted, by their start times
 * @param problems what does not work now and did before, or belongs to the module; empty when all is well
 */
public record Outcome(Plan plan, long millis, List<String> restarted, List<Text> problems) {}
