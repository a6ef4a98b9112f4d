package org.gridloom.platform.modules.internal.contents;

import java.util.Set;

/**
 * The names that a bundle claims for itself. What one of them does belongs to whoever was first.
 *
 * @param paths first segments below {@code /api/}
 * @param permissions codes that it declares
 * @param tables names of tables that its migrations make, in lower case
 * @param changed names of all tables that its migrations make or change
 * @param commands as {@code snow:team-list}
 */
public record Declared(
        Set<String> paths, Set<String> permissions, Set<String> tables, Set<String> changed, Set<String> commands) {

    public Declared {
        paths = Set.copyOf(paths);
        permissions = Set.copyOf(permissions);
        tables = Set.copyOf(tables);
        changed = Set.copyOf(changed);
        commands = Set.copyOf(commands);
    }
}
