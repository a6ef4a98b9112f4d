package org.gridloom.organization;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.osgi.annotation.versioning.ProviderType;

/**
 * People who hold posts. Reading takes {@code organization.person.read}, changing {@code organization.person.edit}, in
 * the unit that keeps the record.
 */
@ProviderType
public interface People {

    /** Fields that {@link #list} can be sorted by. */
    List<String> SORTABLE = List.of("code", "name");

    /** Those within the caller's scope. */
    Page<Person> list(PersonFilter filter, PageQuery page);

    Person get(String code);

    /**
     * What the people who bear these codes are called, many at once: in clear where the caller may read them, else masked.
     * Needs no permission besides being signed in; codes that nobody bears are left out.
     */
    Map<String, String> names(Collection<String> codes);

    /** Names of the accounts of those within the caller's scope who bear these codes and have one, to tell them something. */
    Map<String, String> accounts(Collection<String> codes);

    /** Those within the caller's scope who have exactly these numbers, a hundred at most. */
    List<Person> search(PersonSearch search);

    /**
     * What is kept encrypted, in clear; takes {@code privacy.data.reveal} in the person's unit, and is audited.
     *
     * @param reason why, 2 to 200 characters
     */
    String reveal(String code, PersonalDatum datum, String reason);

    /** @throws Problem {@link Problem.Kind#CONFLICT} where the code or the identity number is somebody else's */
    Person create(PersonDraft draft);

    /** @throws Problem {@link Problem.Kind#CHANGED} where {@code expectedVersion} is not the current one */
    Person change(String code, PersonDraft draft, long expectedVersion);
}
