package org.gridloom.platform.modules.internal.contents;

import java.util.Set;

/**
 * The names that a bundle claims for itself. What one of them does belongs to whoever was first.
 *
 * @param paths first segments below {@code /api/}
 * @param permissions codes that its operations ask for
 * @param tables names of tables that its migrations make, in lower case
 * @param commands as {@code snow:team-list}
 */
public record Declared(Set<String> paths, Set<String> permissions, Set<String> tables, Set<String> commands) {

    public Declared {
        paths = Set.copyOf(paths);
        permissions = Set.copyOf(permissions);
        tables = Set.copyOf(tables);
        commands = Set.copyOf(commands);
    }
}
