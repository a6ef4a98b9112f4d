package org.gridloom.platform.settings;

import java.util.List;
import java.util.Set;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.security.Duty;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What Metatype cannot say about a module's settings. Register one service for a PID where it is needed; most modules
 * need none. Called from many threads, before anything is changed, and again when values come from a file.
 */
@ConsumerType
public interface SettingsCheck {

    /** PID of the settings, as {@code @Designate} names it. */
    String module();

    /**
     * Key of a section of the district's file that is made of these settings alone, as in {@code territory}; null where
     * they stand below their PID in the section {@code settings}. For good.
     */
    default String section() {
        return null;
    }

    /**
     * What is wrong with values that are each fine by themselves: one that contradicts another, a text that is no colour.
     * Empty where there is nothing to say. Nothing of what is refused takes effect.
     *
     * @return violations whose field is the setting's key
     */
    default List<Violation> check(SettingValues values) {
        return List.of();
    }

    /**
     * Keys that take a cited document: what rules against burdening the grass roots (为基层减负) restrict, such as staff
     * check-in. They may hold another value than their default only with the number of a document in force, and no file
     * can set them.
     */
    default Set<String> documented() {
        return Set.of();
    }

    /**
     * Whose work it is to change them. Files are the system administrator's, so none can set what is the security
     * administrator's.
     */
    default Duty duty() {
        return Duty.SYSTEM;
    }
}
