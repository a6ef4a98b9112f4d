package org.gridloom.training;

import java.util.List;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;

/**
 * A list of what trainings are made of: programmes, studios, trainers. Reading takes {@link TrainingPermissions#READ},
 * changing {@link TrainingPermissions#EDIT} in the record's unit; what is moved to another unit, in both.
 *
 * @param <R> the record
 * @param <D> what it shall be
 */
public interface Catalogue<R extends CatalogueRecord, D extends CatalogueEntry> {

    /** Fields that {@link #list} can be sorted by. */
    List<String> SORTABLE = List.of("code", "name");

    /** Those within the caller's scope. */
    Page<R> list(CatalogueFilter filter, PageQuery page);

    R get(String code);

    /** @throws org.gridloom.platform.problem.Problem CONFLICT where the code is taken */
    R create(D draft);

    /** @throws org.gridloom.platform.problem.Problem CHANGED where {@code expectedVersion} is not the current one */
    R change(String code, D draft, long expectedVersion);
}
