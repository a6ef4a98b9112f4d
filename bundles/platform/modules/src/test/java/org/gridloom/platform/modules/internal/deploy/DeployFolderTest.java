package org.gridloom.platform.modules.internal.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridloom.platform.modules.internal.change.Changes;
import org.gridloom.platform.modules.internal.change.Outcome;
import org.gridloom.platform.modules.internal.disk.Notes;
import org.gridloom.platform.modules.internal.plan.Action;
import org.gridloom.platform.modules.internal.plan.Plan;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files hold the name of their module and what it is, as in {@code snow 1.0.0}. */
class DeployFolderTest {

    @TempDir
    private Path folder;

    private final Changes changes = mock(Changes.class);
    private final Notes notes = mock(Notes.class);
    private final Map<String, String> noted = new HashMap<>();
    private final Set<String> refusedContents = new HashSet<>();
    private final List<String> done = new ArrayList<>();

    private DeployFolder deploy;

    @BeforeEach
    void aFolder() throws IOException {
        when(notes.deployed()).thenAnswer(call -> Map.copyOf(noted));
        doAnswer(call -> {
                    String outcome = call.getArgument(1);
                    return outcome == null
                            ? noted.remove(call.getArgument(0))
                            : noted.put(call.getArgument(0), outcome);
                })
                .when(notes)
                .deployed(anyString(), any());
        when(changes.plan(any())).thenAnswer(call -> plan(Action.INSTALL, call.getArgument(0)));
        when(changes.change(any(Path.class), anyBoolean())).thenAnswer(call -> {
            String content = Files.readString(call.getArgument(0));
            if (refusedContents.contains(content)) {
                throw Problem.conflict(Text.of("不行", "No"));
            }
            done.add(content);
            return new Outcome(plan(Action.INSTALL, call.getArgument(0)), 1, List.of(), List.of());
        });
        when(changes.change(any(Action.class), anyString(), any(), anyBoolean()))
                .thenAnswer(call -> {
                    done.add("without " + call.getArgument(1));
                    return new Outcome(Plan.nothing(Action.UNINSTALL, call.getArgument(1)), 1, List.of(), List.of());
                });
        deploy = new DeployFolder(folder, changes, notes);
    }

    private static Plan plan(Action action, Path file) throws IOException {
        return Plan.nothing(action, Files.readString(file).split(" ", 2)[0]);
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            deploy.look();
        }
    }

    @Test
    void aFileComesOnceItIsWhole() throws IOException {
        put("snow.kar", "snow 1.0.0");
        look(1);
        assertThat(done).isEmpty();
        look(3);
        assertThat(done).containsExactly("snow 1.0.0");
    }

    @Test
    void itsModuleGoesWithIt() throws IOException {
        put("snow.kar", "snow 1.0.0");
        look(2);
        Files.delete(folder.resolve("snow.kar"));
        look(1);
        assertThat(done).containsExactly("snow 1.0.0");
        look(1);
        assertThat(done).containsExactly("snow 1.0.0", "without snow");
    }

    @Test
    void aFileThatIsReplacedByDeletingItFirstStays() throws IOException {
        put("snow.kar", "snow 1.0.0");
        look(2);
        Files.delete(folder.resolve("snow.kar"));
        look(1);
        put("snow.kar", "snow 1.1.0");
        look(3);
        assertThat(done).containsExactly("snow 1.0.0", "snow 1.1.0");
    }

    @Test
    void anotherFileTakesTheModuleOver() throws IOException {
        put("snow-1.0.0.kar", "snow 1.0.0");
        look(2);
        Files.delete(folder.resolve("snow-1.0.0.kar"));
        put("snow-1.1.0.kar", "snow 1.1.0");
        look(4);
        assertThat(done).containsExactly("snow 1.0.0", "snow 1.1.0");
        assertThat(noted).containsOnlyKeys("snow-1.1.0.kar");
    }

    @Test
    void whatRanGoesOnWhenAnotherFileIsRefused() throws IOException {
        put("snow-1.0.0.kar", "snow 1.0.0");
        look(2);
        refusedContents.add("snow 1.1.0");
        Files.delete(folder.resolve("snow-1.0.0.kar"));
        put("snow-1.1.0.kar", "snow 1.1.0");
        look(4);
        assertThat(done).containsExactly("snow 1.0.0");
        assertThat(deploy.refused()).containsOnlyKeys("snow-1.1.0.kar");

        Files.delete(folder.resolve("snow-1.1.0.kar"));
        look(2);
        assertThat(done).containsExactly("snow 1.0.0", "without snow");
    }

    @Test
    void aRefusedFileIsTriedAgainWhenItChanges() throws IOException {
        refusedContents.add("snow 1.0.0");
        put("snow.kar", "snow 1.0.0");
        look(3);
        assertThat(deploy.refused()).containsOnlyKeys("snow.kar");
        put("snow.kar", "snow 1.0.1");
        look(2);
        assertThat(done).containsExactly("snow 1.0.1");
        assertThat(deploy.refused()).isEmpty();
    }
}
