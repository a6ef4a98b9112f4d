package com.example.snow;

import java.util.List;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;

/**
 * Teams. Reading takes {@link SnowPermissions#READ}, changing {@link SnowPermissions#EDIT} in the team's unit. Events:
 * {@code snow.team.registered}, {@code .changed}.
 */
public interface Teams {

    /** Fields that {@link #list} can be sorted by. */
    List<String> SORTABLE = List.of("code", "name");

    /**
     * Those within the caller's scope.
     *
     * @param unit code of a territory unit: of it and of all below it; null for everywhere
     * @param text part of the name, or beginning of the code; null for all
     */
    Page<Team> list(String unit, String text, PageQuery page);

    Team get(String code);

    /** @throws org.gridloom.platform.problem.Problem CONFLICT where the code is taken */
    Team register(TeamDraft draft);

    /** @throws org.gridloom.platform.problem.Problem CHANGED where {@code expectedVersion} is not the current one */
    Team change(String code, TeamDraft draft, long expectedVersion);
}
