package org.gridloom.organization;

import java.util.List;
import java.util.Optional;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The register of documents that dated rules cite. Reading needs {@link TerritoryPermissions#DOCUMENT_READ} anywhere,
 * as rules concern everybody; changing needs {@link TerritoryPermissions#DOCUMENT_EDIT} in the whole district.
 */
@ProviderType
public interface Documents {

    /** Fields that {@link #list} can be sorted by. */
    List<String> SORTABLE = List.of("number", "issuedOn", "inForceFrom", "title");

    /** Documents that match, the latest first unless sorted otherwise. */
    Page<Document> list(DocumentFilter filter, PageQuery page);

    /** @throws Problem {@link Problem.Kind#NOT_FOUND} */
    Document get(long id);

    /** The document with this number. */
    Optional<Document> find(String number);

    /** @throws Problem {@link Problem.Kind#CONFLICT} if the number is in the register already */
    Document register(DocumentDraft draft);

    /** Replaces what is entered of the document. */
    Document correct(long id, DocumentDraft draft, long expectedVersion);

    /**
     * Removes a document that was entered by mistake.
     *
     * @throws Problem {@link Problem.Kind#CONFLICT} once it is in force, as rules may cite it: end it then; or if
     *     another document supersedes it
     */
    void remove(long id, long expectedVersion);
}
