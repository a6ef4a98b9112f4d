package org.gridloom.organization;

import java.util.List;

/**
 * A unit in a tree.
 *
 * @param unit the unit
 * @param children how many units lie directly below it, also where the tree shows none of them
 * @param below the units directly below it, by code; empty at the depth where the tree ends
 */
public record UnitNode(Unit unit, long children, List<UnitNode> below) {

    public UnitNode {
        below = List.copyOf(below);
    }
}
