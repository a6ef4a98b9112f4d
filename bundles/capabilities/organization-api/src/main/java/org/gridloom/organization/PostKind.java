package org.gridloom.organization;

import java.util.Set;
import org.gridloom.platform.text.Text;

/**
 * A kind of post: 党支部书记, 委员, 兼职委员, 网格长, 专职网格员, 楼栋长 … Kinds are data.
 *
 * @param code unique
 * @param name as the district calls it
 * @param holder what has such posts: {@code party} organisation, territory {@code unit}, {@code outside} organisation
 *     or coordination {@code body}
 * @param places where it occurs: party levels, levels of territory units, or types of organisations, as the holder
 *     demands; empty for everywhere
 * @param single whether at most one person holds it at one time
 * @param duty {@code lead} for who answers for the holder, {@code full-time} and {@code part-time} for grid workers,
 *     {@code member} for the rest
 * @param representative whether the seat must say which outside organisation it represents
 * @param version for the next change
 */
public record PostKind(
        String code,
        Text name,
        String holder,
        Set<String> places,
        boolean single,
        String duty,
        boolean representative,
        long version) {}
