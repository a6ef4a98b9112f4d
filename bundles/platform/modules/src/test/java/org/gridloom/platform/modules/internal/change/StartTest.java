package org.gridloom.platform.modules.internal.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.features.BootFinished;
import org.gridloom.platform.modules.internal.disk.WantedModules;
import org.gridloom.platform.modules.internal.karaf.Container;
import org.gridloom.platform.modules.internal.karaf.Wish;
import org.gridloom.platform.modules.internal.plan.Action;
import org.gridloom.platform.modules.internal.plan.Objection;
import org.gridloom.platform.modules.internal.plan.Plan;
import org.gridloom.platform.modules.internal.plan.Planner;
import org.gridloom.platform.modules.internal.plan.Target;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.running.RunningModules;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.component.ComponentContext;

class StartTest {

    private final ComponentContext context = mock(ComponentContext.class);
    private final Container container = mock(Container.class);
    private final Catalogue catalogue = mock(Catalogue.class);
    private final Planner planner = mock(Planner.class);
    private final WantedModules wanted = mock(WantedModules.class);
    private final RunningModules running = mock(RunningModules.class);

    private final Map<String, Optional<String>> lines = new LinkedHashMap<>();
    private final Map<String, String> installed = new HashMap<>();
    /** What Karaf refuses. */
    private final Set<String> unfit = new HashSet<>();

    private final List<List<String>> brought = new ArrayList<>();

    @BeforeEach
    void nodeOfThreeModules() throws Exception {
        for (String module : List.of("organization", "training", "snow")) {
            lines.put(module, Optional.empty());
            when(catalogue.meant(module, Optional.empty()))
                    .thenReturn(new Target(
                            Action.INSTALL, module, Optional.empty(), Optional.of("1.0.0"), Optional.empty()));
        }
        when(wanted.all()).thenReturn(lines);
        when(container.installed(anyString()))
                .thenAnswer(call -> Optional.ofNullable(installed.get(call.<String>getArgument(0))));
        when(container.isThere(any())).thenAnswer(call -> {
            Wish wish = call.getArgument(0);
            return wish.version().equals(installed.get(wish.feature()));
        });
        doAnswer(call -> {
                    bring(call.getArgument(0));
                    return null;
                })
                .when(container)
                .bring(any());
    }

    private void bring(Collection<Wish> wishes) {
        brought.add(wishes.stream().map(Wish::feature).toList());
        if (wishes.stream().map(Wish::feature).anyMatch(unfit::contains)) {
            throw new IllegalStateException("missing requirement");
        }
        wishes.forEach(wish -> installed.put(wish.feature(), wish.version()));
    }

    private Start start() {
        Start start = new Start(context, mock(BootFinished.class), container, catalogue, planner, wanted, running);
        verify(context, timeout(10_000)).enableComponent(Started.class.getName());
        return start;
    }

    @Test
    void whatIsWantedComesInOneStep() {
        assertThat(start().failed()).isEmpty();
        assertThat(brought).containsExactly(List.of("organization", "training", "snow"));
    }

    @Test
    void whatKarafKeptComesNotAgain() {
        installed.putAll(Map.of("organization", "1.0.0", "training", "1.0.0", "snow", "1.0.0"));
        assertThat(start().failed()).isEmpty();
        assertThat(brought).isEmpty();
    }

    @Test
    void oneThatDoesNotFitKeepsNoOtherAway() throws Exception {
        unfit.add("training");
        Text needsNewer = new Text("需要更新的接口", "It needs a newer API");
        when(planner.plan(any())).thenReturn(refusedFor(needsNewer));

        Start start = start();

        assertThat(start.failed()).containsExactly(Map.entry("training", needsNewer));
        assertThat(installed).containsOnlyKeys("organization", "snow");
    }

    @Test
    void withoutTheJudgementOfAPlanTheReasonIsKarafs() throws Exception {
        unfit.add("training");
        when(planner.plan(any())).thenThrow(new IllegalStateException("its bundle cannot be read"));

        assertThat(start().failed()).containsEntry("training", new Text("missing requirement", "missing requirement"));
    }

    @Test
    void aFailureIsGoneWithItsCause() {
        unfit.add("training");
        Start start = start();

        lines.remove("training");

        assertThat(start.failed()).isEmpty();
    }

    @Test
    void whatIsNowhereIsNamedAndTheRestComes() {
        Text nowhere = new Text("没有", "There is none");
        lines.put("gone", Optional.of("2.0.0"));
        when(catalogue.meant("gone", Optional.of("2.0.0"))).thenThrow(Problem.notFound(nowhere));

        assertThat(start().failed()).containsExactly(Map.entry("gone", nowhere));
        assertThat(brought).containsExactly(List.of("organization", "training", "snow"));
    }

    @Test
    void safeModeLeavesModulesOut() {
        when(running.leftOut()).thenReturn(Set.of("training"));

        assertThat(start().failed()).isEmpty();
        assertThat(brought).containsExactly(List.of("organization", "snow"));
    }

    private static Plan refusedFor(Text reason) {
        return new Plan(
                Action.INSTALL,
                "training",
                null,
                "1.0.0",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Objection("newer-api", reason, false)));
    }
}
