package org.gridloom.platform.privacy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridloom.platform.problem.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Encrypts personal data under a key of each person's own, which erasure destroys. Capabilities keep what it gives in
 * columns of their own and call it within their transactions, which its work joins.
 *
 * <p>All methods may throw {@link Problem} of kind {@link Problem.Kind#UNAVAILABLE} where this node's key file is missing
 * or is another one, and {@link IllegalArgumentException} for a field that nobody declares.
 */
@ProviderType
public interface Vault {

    /** The permission for {@link #reveal}, judged in the record's unit. */
    String REVEAL = "privacy.data.reveal";

    /**
     * Encrypts a value for a person, also of a field that is kept in clear, for the audit trail; the first makes the
     * person's key. The value is kept in the form that {@link PersonalKind#normal} gives.
     *
     * @return what to keep, other text each time: ASCII, about 60 characters for a telephone or identity number,
     *     otherwise 43 + four for every three bytes of UTF-8
     * @throws Problem {@link Problem.Kind#INVALID} if the value does not fit the field's kind;
     *     {@link Problem.Kind#GONE} if the person was erased; {@link Problem.Kind#CONFLICT} if the field is sensitive and
     *     not switched on, or rests on a consent that is not on record
     */
    String protect(String subject, String field, String clear);

    /**
     * What everybody may see of some values, in their order; of a whole page at once, for one question to the database.
     * Where the value cannot be opened, only stars: a list must not fail for it.
     */
    List<MaskedValue> masked(List<ProtectedValue> values);

    /**
     * Which of some values are what was given now, so that writing the same again changes nothing. Nothing is shown by it
     * and nothing audited: never tell somebody who could not read the value. One that cannot be opened is another one.
     *
     * @param given what was given, by the value that is kept
     */
    Set<ProtectedValue> same(Map<ProtectedValue, String> given);

    /**
     * A value in clear for somebody who says why. Audited as {@code privacy.data.revealed}, in a transaction that this
     * call begins or joins. The answer is never kept for an Idempotency-Key: a request that carries one is refused.
     *
     * @param unit code of the unit that keeps the record, where the caller must hold {@link #REVEAL}
     * @param reason why, 2 to 200 characters
     * @throws Problem {@link Problem.Kind#FORBIDDEN}; {@link Problem.Kind#INVALID} for the reason;
     *     {@link Problem.Kind#NOT_FOUND} where nothing is kept; {@link Problem.Kind#GONE} if the person was erased
     */
    String reveal(ProtectedValue value, String unit, String reason);

    /**
     * For exact search: equal values of a field give equal text, which tells nothing without the key file.
     *
     * @return 64 hexadecimal digits
     */
    String index(String field, String clear);
}
